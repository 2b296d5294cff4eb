import './no-peer-connection.ts';
import './ui/styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { assemble } from './app/assemble.ts';
import { returnedQuery } from './app/sign-in-return.ts';
import SignInReturn from './ui/record/SignInReturn.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no place for the app');

// A clinic's sign-in comes back here, in a tab of its own: [Note: Sign-in].
const query = returnedQuery(location);
if (query === null) {
  const parts = assemble();
  // The browser opens the databases while the first screen is made.
  parts.history.open();
  mount(App, { target, props: { parts } });
} else {
  // It must not stay in the address, the history and what is sent on.
  history.replaceState(null, '', location.pathname);
  mount(SignInReturn, { target, props: { query } });
}
