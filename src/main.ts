import './no-peer-connection.ts';
import './ui/styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { assemble } from './app/assemble.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no place for the app');

mount(App, { target, props: { parts: assemble() } });
