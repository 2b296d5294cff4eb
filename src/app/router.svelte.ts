import { takeSealed } from '../share/link.ts';
import { hrefOf, routeOf, type Route } from './route.ts';

/** The part of a window that the router needs. */
export type AddressBar = Pick<
  Window,
  'location' | 'history' | 'addEventListener' | 'removeEventListener'
>;

/** Which screen is shown. The address is the truth, so back, reload and links work by themselves. */
export class Router {
  readonly #bar: AddressBar;
  readonly #onsealed: (text: string) => void;
  #route: Route = $state.raw({ screen: 'start' });

  /** `onsealed` gets what is sealed in an address, out of which it is taken before anything else reads it. */
  constructor(bar: AddressBar, onsealed: (text: string) => void = () => undefined) {
    this.#bar = bar;
    this.#onsealed = onsealed;
    this.#read();
  }

  get route(): Route {
    return this.#route;
  }

  /** Follows the address from now on; gives the function that stops it. */
  listen(): () => void {
    this.#bar.addEventListener('hashchange', this.#read);
    return () => {
      this.#bar.removeEventListener('hashchange', this.#read);
    };
  }

  /** Shows a screen and adds it to the browser's history. */
  go(route: Route): void {
    this.#bar.location.hash = hrefOf(route);
    this.#read();
  }

  /** Shows a screen in the place of this one: "back" will not return here. */
  replace(route: Route): void {
    this.#bar.location.replace(hrefOf(route));
    this.#route = route;
  }

  readonly #read = (): void => {
    const text = takeSealed(this.#bar);
    if (text !== null) this.#onsealed(text);
    const route = routeOf(this.#bar.location.hash);
    if (hrefOf(route) !== hrefOf(this.#route)) this.#route = route;
  };
}
