import { measureCollection } from './collection.bench.ts';
console.log(JSON.stringify(await measureCollection(), null, 1));
