import { existsSync } from 'node:fs';

import GithubSlugger from 'github-slugger';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';

import { type Page, readPage, readPages } from './pages.js';

const pages = readPages();
const ROOT = new URL('../../', import.meta.url);
/** Where examples listen: these links open something that runs. */
const LOCAL = 'http://127.0.0.1:';

const anchorsOfPages = new Map<string, ReadonlySet<string>>();

/** The names by which GitHub reaches the headings of a page, from the root of the project. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = anchorsOfPages.get(path) ?? anchorsIn(readPage(path));
  anchorsOfPages.set(path, anchors);
  return anchors;
}

function anchorsIn({ tree }: Page): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(tree, 'heading', (heading) => {
    const words: string[] = [];
    visit(heading, (node) => {
      if ('value' in node) {
        words.push(node.value);
      }
    });
    anchors.add(slugger.slug(words.join('')));
  });
  return anchors;
}

function linksOf({ tree }: Page): readonly string[] {
  const urls: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      urls.push(node.url);
    }
  });
  return urls;
}

describe.each(pages.map((page) => ({ ...page, urls: linksOf(page) })))('$path', ({ path, text, urls }) => {
  it('links to files and headings that exist', () => {
    const own = new URL(path, ROOT);
    for (const url of urls.filter((each) => !/^[a-z]+:/.test(each))) {
      const target = new URL(url, own);
      expect(target.href.startsWith(ROOT.href), `${url} stays in the project`).toBe(true);
      const [file = ''] = target.href.split('#');
      expect(existsSync(new URL(file)), url).toBe(true);
      if (target.hash !== '') {
        const anchors = anchorsOf(file.slice(ROOT.href.length));
        expect([...anchors], url).toContain(decodeURIComponent(target.hash.slice(1)));
      }
    }
  });

  it('links to other sites by https alone', () => {
    for (const url of urls.filter((each) => /^[a-z]+:/.test(each))) {
      expect(URL.canParse(url), url).toBe(true);
      const { protocol, username } = new URL(url);
      expect([protocol === 'https:' || url.startsWith(LOCAL), username], url).toEqual([true, '']);
    }
  });

  it('says what every picture shows, for those who cannot see it', () => {
    const images = [...text.matchAll(/!\[([^\]]*)\]/g)].map(([, alternative = '']) => alternative);
    expect(images.filter((alternative) => alternative.length < 20)).toEqual([]);
  });
});

describe('the documentation', () => {
  it('can be reached from the README, page by page', () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      const page = pages.find((each) => each.path === path);
      if (page === undefined || reached.has(path)) {
        return;
      }
      reached.add(path);
      const own = new URL(path, ROOT);
      for (const url of linksOf(page)) {
        follow(new URL(url, own).href.replace(ROOT.href, '').replace(/#.*/, ''));
      }
    };
    follow('README.md');
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});
