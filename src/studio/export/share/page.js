/*
 * The script of the file that a client takes home. It runs alone, from any folder and without a network: pictures and
 * words are in the page. With a passphrase it first opens what is sealed.
 */
(() => {
  'use strict';

  const { words, sealed } = JSON.parse(document.getElementById('share').textContent);
  const place = document.getElementById('pictures');

  /** An element with attributes, properties written as text, and children. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** The round of the divider, with an arrow to either side. */
  function knob() {
    const space = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(space, 'svg');
    drawing.setAttribute('class', 'knob');
    drawing.setAttribute('viewBox', '0 0 44 44');
    const arrows = document.createElementNS(space, 'path');
    arrows.setAttribute('d', 'M17 15l-7 7 7 7M27 15l7 7-7 7');
    drawing.append(arrows);
    return drawing;
  }

  // ---- The pictures, a divider between before and after, and the sessions as steps. ----

  /** Steps are { label, says, src }; the first is before. */
  async function show(steps) {
    const [before, ...sessions] = steps;
    const bare = element('img', { src: before.src, alt: words.before, draggable: 'false' });
    const after = element('img', { class: 'after', alt: words.after, draggable: 'false', decoding: 'sync' });
    await bare.decode().catch(() => undefined);
    const divider = element(
      'div',
      {
        class: 'divider',
        role: 'slider',
        tabindex: '0',
        'aria-label': words.divider,
        'aria-valuemin': '0',
        'aria-valuemax': '100',
      },
      knob(),
    );
    const left = element('span', { class: 'tag left' }, words.before);
    const right = element('span', { class: 'tag right' }, words.after);
    const photo = element('div', { class: 'photo' }, bare, after, left, right, divider);
    photo.style.setProperty('--ratio', String(bare.naturalWidth / bare.naturalHeight));
    const says = element('p', { class: 'says', 'aria-live': 'polite' });
    const buttons = sessions.map(({ label }) => element('button', { type: 'button' }, label));
    const group = element('div', { class: 'steps', role: 'group', 'aria-label': words.sessions }, ...buttons);
    group.hidden = sessions.length < 2;
    group.style.setProperty('--columns', String(sessions.length < 4 ? sessions.length : 2));

    const move = (percent) => {
      const at = Math.min(100, Math.max(0, percent));
      photo.style.setProperty('--at', `${at}%`);
      divider.setAttribute('aria-valuenow', String(Math.round(at)));
      divider.setAttribute('aria-valuetext', `${words.before} ${Math.round(at)} %`);
      left.classList.toggle('away', at < 25);
      right.classList.toggle('away', at > 75);
    };
    const choose = (index) => {
      after.src = sessions[index].src;
      says.textContent = sessions[index].says;
      buttons.forEach((button, other) => button.setAttribute('aria-pressed', String(other === index)));
    };
    buttons.forEach((button, index) => button.addEventListener('click', () => choose(index)));
    letMove(photo, divider, move);

    place.replaceChildren(element('div', { class: 'frame' }, photo), element('div', { class: 'panel' }, group, says));
    document.querySelector('main').classList.add('live');
    document.querySelector('footer').hidden = false;
    move(50);
    choose(sessions.length - 1);
  }

  /** A finger or mouse anywhere on the photo takes the divider along; arrows, Page, Home and End move it, too. */
  function letMove(photo, divider, move) {
    const follow = (event) => {
      const { left, width } = photo.getBoundingClientRect();
      move(((event.clientX - left) / width) * 100);
    };
    photo.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault();
      photo.setPointerCapture(event.pointerId);
      divider.focus({ preventScroll: true });
      follow(event);
    });
    photo.addEventListener('pointermove', (event) => {
      if (photo.hasPointerCapture(event.pointerId)) follow(event);
    });
    divider.addEventListener('keydown', (event) => {
      const now = Number(divider.getAttribute('aria-valuenow'));
      const by = event.shiftKey ? 10 : 2;
      const to = {
        ArrowLeft: now - by,
        ArrowDown: now - by,
        ArrowRight: now + by,
        ArrowUp: now + by,
        PageDown: now - 10,
        PageUp: now + 10,
        Home: 0,
        End: 100,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      move(to);
    });
  }

  // ---- What is sealed, and its passphrase. ----

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

  /** AES-256-GCM under a key that PBKDF2 makes of the passphrase; rejects when it is the wrong one. */
  async function unseal(passphrase) {
    const typed = new TextEncoder().encode(passphrase.normalize('NFKC').trim());
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const key = await crypto.subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(sealed.salt), iterations: sealed.iterations },
      material,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(sealed.iv) }, key, bytesOf(sealed.content));
  }

  /** A header's length, the header as JSON, and the pictures one after the other. */
  function unpack(content) {
    const length = new DataView(content).getUint32(0, true);
    const { heading, clinic, steps } = JSON.parse(new TextDecoder().decode(new Uint8Array(content, 4, length)));
    let at = 4 + length;
    const opened = steps.map(({ label, says, type, bytes }) => {
      const picture = new Blob([new Uint8Array(content, at, bytes)], { type });
      at += bytes;
      return { label, says, src: URL.createObjectURL(picture) };
    });
    return { heading, clinic, steps: opened };
  }

  function askForPassphrase() {
    const input = element('input', { type: 'password', autocomplete: 'off', required: '' });
    const button = element('button', { type: 'submit' }, words.unlock);
    const problem = element('p', { role: 'alert' });
    const form = element(
      'form',
      {},
      element('label', {}, words.passphrase, input),
      element('p', { class: 'help' }, words.passphraseHelp),
      button,
      problem,
    );
    if (globalThis.crypto?.subtle === undefined) {
      problem.textContent = words.unsupported;
      input.disabled = true;
      button.disabled = true;
    }
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      button.textContent = words.unlocking;
      problem.textContent = '';
      const content = await unseal(input.value).catch(() => null);
      button.disabled = false;
      button.textContent = words.unlock;
      if (content === null) {
        problem.textContent = words.wrong;
        input.select();
        return;
      }
      const { heading, clinic, steps } = unpack(content);
      document.getElementById('heading').textContent = heading;
      document.getElementById('clinic').textContent = clinic;
      await show(steps);
    });
    document.querySelector('footer').hidden = true;
    place.replaceChildren(form);
  }

  if (sealed === null) {
    const figures = [...place.querySelectorAll('figure')];
    void show(
      figures.map((figure) => ({
        label: figure.querySelector('img').alt,
        says: figure.querySelector('figcaption').textContent,
        src: figure.querySelector('img').src,
      })),
    );
  } else askForPassphrase();
})();
