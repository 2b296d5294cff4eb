import { exerciseIds, type ExerciseId } from '../core/advice/exercises.ts';
import { lessonIds, type LessonId } from '../core/advice/lessons.ts';
import { testIds, type TestId } from '../core/protocol/protocol.ts';

/** What can be played: today's programme, the stretch of a break, or one exercise. */
export type Played = 'today' | 'break' | ExerciseId;

/** A screen and what it shows. A result is named by its session's id. */
export type Route =
  | { readonly screen: 'start' }
  | { readonly screen: 'choose' }
  | { readonly screen: 'measure' }
  | { readonly screen: 'result'; readonly session: string }
  | { readonly screen: 'progress'; readonly test: TestId | null }
  | { readonly screen: 'plan' }
  | { readonly screen: 'play'; readonly what: Played }
  | { readonly screen: 'habits' }
  | { readonly screen: 'learn'; readonly lesson: LessonId | null }
  | { readonly screen: 'data' }
  | { readonly screen: 'people' };

export type Screen = Route['screen'];

/** The route of an address' fragment ("#/result/…"). What is not known is the start screen. */
export function routeOf(hash: string): Route {
  const [first = '', second = ''] = hash.replace(/^#?\/?/, '').split('/');
  switch (first) {
    case 'check':
      return { screen: 'choose' };
    case 'measure':
    case 'plan':
    case 'habits':
    case 'data':
    case 'people':
      return { screen: first };
    case 'progress':
      return { screen: 'progress', test: testIds.find((id) => id === second) ?? null };
    case 'play':
      return { screen: 'play', what: playedOf(second) };
    case 'learn':
      return { screen: 'learn', lesson: lessonIds.find((id) => id === second) ?? null };
    case 'result':
      return second === '' ? { screen: 'start' } : { screen: 'result', session: second };
    default:
      return { screen: 'start' };
  }
}

/** The fragment that leads to a route: what `routeOf` reads. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'start':
      return '#/';
    case 'choose':
      return '#/check';
    case 'result':
      return `#/result/${route.session}`;
    case 'progress':
      return route.test === null ? '#/progress' : `#/progress/${route.test}`;
    case 'play':
      return route.what === 'today' ? '#/play' : `#/play/${route.what}`;
    case 'learn':
      return route.lesson === null ? '#/learn' : `#/learn/${route.lesson}`;
    default:
      return `#/${route.screen}`;
  }
}

function playedOf(word: string): Played {
  return word === 'break' ? 'break' : (exerciseIds.find((id) => id === word) ?? 'today');
}
