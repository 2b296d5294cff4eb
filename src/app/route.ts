import { exerciseIds, type ExerciseId } from '../core/advice/exercises.ts';
import { lessonIds, type LessonId } from '../core/advice/lessons.ts';
import { testIds, type TestId } from '../core/protocol/protocol.ts';

/** What can be played: today's programme, the stretch of a break, or one exercise. */
export type Played = 'today' | 'break' | ExerciseId;

/** A screen and what it shows. A result, and what is shared of one, is named by its session's id. */
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
  | { readonly screen: 'share'; readonly session: string | null }
  | { readonly screen: 'view' }
  | { readonly screen: 'caseload'; readonly person: string | null }
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
    case 'view':
      return { screen: first };
    case 'caseload':
      return { screen: 'caseload', person: second === '' ? null : second };
    case 'share':
      return { screen: 'share', session: second === '' ? null : second };
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
    case 'caseload':
      return route.person === null ? '#/caseload' : `#/caseload/${route.person}`;
    case 'share':
      return route.session === null ? '#/share' : `#/share/${route.session}`;
    default:
      return `#/${route.screen}`;
  }
}

function playedOf(word: string): Played {
  return word === 'break' ? 'break' : (exerciseIds.find((id) => id === word) ?? 'today');
}
