/**
 * Which licences the Model Openness Tool counts as open, and for which content each is made. Called by judge-mof.ts only:
 * the table is large, so nothing that runs in a page imports it. It decides nothing itself and knows no other licence fact.
 * Ids are SPDX, case and all: upstream compares exactly, so "apache-2.0" or "Apache 2.0" does not match there, nor here.
 * Read 2026-11-23 in https://github.com/lfai/model_openness_tool (LicenseHandler.php, mof-licenses.json,
 * Test_Data/Test_Scripts/valid-licenses.yml, which is its SPDX list cut to what it accepts).
 */
import type { ContentType } from '../data/schema/lists.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** SPDX ids that the SPDX list marks as OSI-approved or FSF-libre. */
const osiOrFsf = words(`
  0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-1.0 Apache-1.1
  Apache-2.0 APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 Artistic-1.0 Artistic-1.0-cl8 Artistic-1.0-Perl Artistic-2.0
  BitTorrent-1.1 BlueOak-1.0.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD BSD-2-Clause-Patent
  BSD-3-Clause BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-4-Clause BSL-1.0 CAL-1.0 CAL-1.0-Combined-Work-Exception CATOSL-1.1
  CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C CERN-OHL-P-2.0 CERN-OHL-S-2.0
  CERN-OHL-W-2.0 ClArtistic CNRI-Python Condor-1.1 CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ECL-1.0 ECL-2.0 eCos-2.0 EFL-1.0 EFL-2.0
  Entessa EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 Fair Frameworx-1.0 FSFAP FTL GFDL-1.1 GFDL-1.1-only
  GFDL-1.1-or-later GFDL-1.2 GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3 GFDL-1.3-only GFDL-1.3-or-later gnuplot GPL-2.0
  GPL-2.0+ GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only GPL-3.0-or-later GPL-3.0-with-GCC-exception HPND
  ICU IJG iMatix Imlib2 Intel IPA IPL-1.0 ISC Jam LGPL-2.0 LGPL-2.0+ LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1+
  LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0+ LGPL-3.0-only LGPL-3.0-or-later LiLiQ-P-1.1 LiLiQ-R-1.1
  LiLiQ-Rplus-1.1 LPL-1.0 LPL-1.02 LPPL-1.2 LPPL-1.3a LPPL-1.3c MirOS MIT MIT-0 MIT-Modern-Variant Motosoto MPL-1.0
  MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception MS-PL MS-RL MulanPSL-2.0 Multics NASA-1.3 Naumen NCSA NGPL Nokia NOSL
  NPL-1.0 NPL-1.1 NPOSL-3.0 NTP Nunit OCLC-2.0 ODbL-1.0 OFL-1.0 OFL-1.1 OFL-1.1-no-RFN OFL-1.1-RFN OGTSL OLDAP-2.3
  OLDAP-2.7 OLDAP-2.8 OLFL-1.3 OpenSSL OSET-PL-2.1 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL
  Python-2.0 QPL-1.0 RPL-1.1 RPL-1.5 RPSL-1.0 RSCPL Ruby SGI-B-2.0 SimPL-2.0 SISSL Sleepycat SMLNJ SPL-1.0 StandardML-NJ
  UCL-1.0 Unicode-3.0 Unicode-DFS-2016 Unlicense UPL-1.0 Vim VSL-1.0 W3C Watcom-1.0 WTFPL wxWindows X11 XFree86-1.1 xinetd
  Xnet YPL-1.1 Zend-2.0 Zimbra-1.3 Zlib ZPL-2.0 ZPL-2.1
`);

/** Upstream's own list of open data licences. "ODC-PDDL-1.0" is no SPDX id, and upstream's PDDL-1.0 is not on it: kept so. */
const openData = words(`
  CC0-1.0 CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO
  CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5 CC-BY-SA-3.0
  CC-BY-SA-3.0-AT CC-BY-SA-4.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 ODC-PDDL-1.0 ODC-By-1.0 ODbL-1.0
  GFDL-1.3 OGL-Canada-2.0 OGL-UK-2.0 OGL-UK-3.0
`);

const open: ReadonlySet<string> = new Set([...osiOrFsf, ...openData, 'OpenMDW-1.0']);

/** Made for a content type, whether open or not. */
const madeFor: Readonly<Record<ContentType, ReadonlySet<string>>> = {
  code: new Set(words(`
    0BSD AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Apache-1.0 Apache-1.1 Apache-2.0 ECL-1.0 ECL-2.0 ISC MIT MIT-0
    MulanPSL-1.0 MulanPSL-2.0 NCSA OpenMDW-1.0 UPL-1.0
  `)),
  data: new Set(words('C-UDA-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 OpenMDW-1.0 PDDL-1.0')),
  document: new Set(words('Apache-2.0 CC-BY-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-PDDC CC0-1.0 FreeBSD-DOC OpenMDW-1.0')),
};

const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...open, ...Object.values(madeFor).flatMap((ids) => [...ids])].map((id) => [id.toLowerCase(), id]),
);

/** Whether the Model Openness Tool counts a licence, as printed, as open. */
export const isOpenForMof = (licence: string): boolean => open.has(licence);

/** Whether the Model Openness Tool takes a licence, as printed, to be made for a content type. */
export const isMadeFor = (licence: string, type: ContentType): boolean => madeFor[type].has(licence);

/** The SPDX spelling of a licence record's id; the id itself where the table does not know it. */
export const spdxOf = (id: string): string => byLowerCase.get(id) ?? id;
