// Named checks: a line for each that fails, or for all with VERBOSE=1, and a line of figures at the end.
import assert from 'node:assert';

const patience = 8_000;

export class Checks {
  passed = 0;
  failed = 0;

  add(name, isGood, reason = '') {
    isGood ? this.passed++ : this.failed++;
    if (!isGood) console.log(`FAILED ${name}: ${String(typeof reason === 'string' ? reason : JSON.stringify(reason)).slice(0, 600)}`);
    else if (process.env.VERBOSE) console.log(`ok     ${name}`);
  }

  equal(name, got, wanted) {
    try {
      assert.deepStrictEqual(got, wanted);
      this.add(name, true);
    } catch (error) {
      this.add(name, false, error.message);
    }
  }

  // Passes when the function ends in time without throwing, and gives neither false nor a text that says why not.
  async step(name, run) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience);
    });
    try {
      const result = await Promise.race([run(), late]);
      this.add(name, result !== false && typeof result !== 'string', result);
    } catch (error) {
      this.add(name, false, error?.message ?? String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  end() {
    console.log(`${this.passed}/${this.passed + this.failed} checks`);
    process.exit(this.failed || !this.passed ? 1 : 0);
  }
}
