import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressToAsk, downloadAddress, graphAddress } from '../../src/source/address/download-address.ts';

describe('a share link becomes the address of the workbook itself', () => {
  it.each([
    [
      'SharePoint, a site',
      'https://acme.sharepoint.com/:x:/s/plans/EaBcDeFgHiJkLm?e=aB1cD2',
      'https://acme.sharepoint.com/:x:/s/plans/EaBcDeFgHiJkLm?download=1',
    ],
    [
      'OneDrive at work',
      'https://acme-my.sharepoint.com/:x:/g/personal/ann_acme_com/IQA9XnkqjcL1?e=PeeJzc&rtime=x#a',
      'https://acme-my.sharepoint.com/:x:/g/personal/ann_acme_com/IQA9XnkqjcL1?download=1#a',
    ],
    [
      'OneDrive at home',
      'https://1drv.ms/x/c/d6aca2526f83594b/IQAMcIopdLU9?e=kQxyz1',
      'https://1drv.ms/x/c/d6aca2526f83594b/IQAMcIopdLU9?download=1',
    ],
    [
      'Dropbox',
      'https://www.dropbox.com/scl/fi/a1b2c3/plan.xlsx?rlkey=k3y&st=s4t&dl=0',
      'https://www.dropbox.com/scl/fi/a1b2c3/plan.xlsx?rlkey=k3y&st=s4t&dl=1',
    ],
    [
      'Dropbox, an old link',
      'https://www.dropbox.com/s/a1b2c3/plan.xlsx',
      'https://www.dropbox.com/s/a1b2c3/plan.xlsx?dl=1',
    ],
    [
      'Nextcloud',
      'https://cloud.example.org/s/niKCpgZ4kWFefJM',
      'https://cloud.example.org/s/niKCpgZ4kWFefJM/download',
    ],
    [
      'ownCloud in a folder',
      'https://example.org/owncloud/index.php/s/2CZ23SZNDa5esXO/?path=%2F',
      'https://example.org/owncloud/index.php/s/2CZ23SZNDa5esXO/download',
    ],
    [
      'a published Google Sheet',
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/pubhtml?gid=0&single=true',
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/pub?output=xlsx',
    ],
    [
      'a workbook in Google Drive',
      'https://drive.google.com/file/d/1AbC-dEf_/view?usp=sharing&resourcekey=0-xYz',
      'https://drive.google.com/uc?export=download&id=1AbC-dEf_&resourcekey=0-xYz',
    ],
    [
      'a workbook in Google Drive, an old link',
      'https://drive.google.com/open?id=1AbC-dEf_',
      'https://drive.google.com/uc?export=download&id=1AbC-dEf_',
    ],
    [
      'GitHub',
      'https://github.com/acme/plans/blob/main/2026/My%20plan.xlsx?raw=true',
      'https://raw.githubusercontent.com/acme/plans/main/2026/My%20plan.xlsx',
    ],
  ])('%s', (_, link, download) => {
    expect(downloadAddress(new URL(link)).href).toBe(download);
  });
});

describe('any other address stays what it is', () => {
  it.each([
    'https://example.org/plan.xlsx?sig=a%2Fb&se=2026',
    'https://docs.google.com/spreadsheets/d/1AbC/export?format=xlsx',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/other',
    'https://acme.sharepoint.com/:x:/r/sites/plans/Documents/plan.xlsx?d=w1&csf=1&web=1',
    'https://acme.sharepoint.com/sites/plans/Documents/plan.xlsx',
    'https://sharepoint.com.example.org/:x:/s/plans/EaBc?e=1',
    'https://1drv.ms/x/s!AuveTnis1UC4?e=1',
    'https://www.dropbox.com/home/plan.xlsx',
    'https://dropbox.com.example.org/s/a1b2c3/plan.xlsx?dl=0',
    'https://cloud.example.org/s/short',
    'https://cloud.example.org/s/niKCpgZ4kWFefJM/download',
    'https://drive.google.com/drive/folders/1AbC',
    'https://github.com/acme/plans/raw/main/plan.xlsx',
    'https://github.com/acme/plans',
  ])('%s', (address) => {
    expect(downloadAddress(new URL(address)).href).toBe(address);
  });
});

test('an address is changed once: what comes out stays what it is', () => {
  const hosts = ['a.sharepoint.com', '1drv.ms', 'www.dropbox.com', 'drive.google.com', 'github.com', 'x.org'];
  const paths = [
    '/:x:/s/a/b',
    '/x/c/a/b',
    '/scl/fi/a/b.xlsx',
    '/file/d/abc/view',
    '/a/b/blob/m/c.xlsx',
    '/s/niKCpgZ4kWFefJM',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...hosts), fc.constantFrom(...paths), fc.string(), (host, path, query) => {
      const once = downloadAddress(new URL(`https://${host}${path}?${encodeURIComponent(query)}=1`));
      expect(downloadAddress(once).href).toBe(once.href);
    }),
  );
});

test('credentials in a link do not go along to another host', () => {
  for (const link of [
    'https://u:p@github.com/a/b/blob/m/c.xlsx',
    'https://u:p@drive.google.com/file/d/a/view',
  ]) {
    expect(downloadAddress(new URL(link)).href).not.toContain('u:p');
  }
});

describe('what Microsoft Graph gives out', () => {
  it('the example of its reference', () => {
    const link = 'https://onedrive.live.com/redir?resid=1231244193912!12&authKey=1201919!12921!1';
    expect(graphAddress(new URL(link))?.href).toBe(
      'https://graph.microsoft.com/v1.0/shares/u!aHR0cHM6Ly9vbmVkcml2ZS5saXZlLmNvbS9yZWRpcj9yZXNpZD0xMjMxMjQ0MTkzOTEyITEyJmF1dGhLZXk9MTIwMTkxOSExMjkyMSEx/driveItem/content',
    );
  });

  it.each(['https://acme.sharepoint.com/:x:/r/sites/a/plan.xlsx?d=w1', 'https://1drv.ms/x/s!AuveTnis1UC4'])(
    '%s',
    (link) => {
      const [, token = ''] = /u!([\w-]+)\/driveItem/.exec(graphAddress(new URL(link))?.href ?? '') ?? [];
      expect(Buffer.from(token, 'base64url').toString()).toBe(link);
    },
  );

  it('is asked for where there is a token for it, and a link that it knows', () => {
    const asked = (link: string, ...hosts: readonly string[]) =>
      addressToAsk(new URL(link), (host) => hosts.includes(host)).host;
    const link = 'https://acme.sharepoint.com/:x:/s/plans/EaBc';
    expect(asked(link, 'graph.microsoft.com')).toBe('graph.microsoft.com');
    expect(asked(link, 'acme.sharepoint.com')).toBe('acme.sharepoint.com');
    expect(asked('https://www.dropbox.com/s/a/plan.xlsx', 'graph.microsoft.com')).toBe('www.dropbox.com');
  });

  it('nothing of other hosts, nor of SharePoint’s own addresses', () => {
    expect(graphAddress(new URL('https://example.org/plan.xlsx'))).toBeNull();
    expect(graphAddress(new URL('https://acme.sharepoint.com/sites/a/plan.xlsx'))).toBeNull();
  });
});
