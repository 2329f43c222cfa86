// The manifest of a SCORM 1.2 package: one organization, an item a lesson, and every file.

export interface Sco {
  slug: string;
  title: string;
  /** Its page. */
  href: string;
}

/** Titles are HTML text, as the pages have it: its entities are those of XML. */
export function manifest(
  identifier: string,
  title: string,
  scos: readonly Sco[],
  shared: readonly string[],
): string {
  const file = (href: string) => `      <file href="${href}"/>`;
  const items = scos.map(
    (
      sco,
    ) => `      <item identifier="item-${sco.slug}" identifierref="sco-${sco.slug}" isvisible="true">
        <title>${sco.title}</title>
      </item>`,
  );
  const resources = scos.map(
    (
      sco,
    ) => `    <resource identifier="sco-${sco.slug}" type="webcontent" adlcp:scormtype="sco" href="${sco.href}">
${file(sco.href)}
      <dependency identifierref="shared"/>
    </resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${title}</title>
${items.join('\n')}
    </organization>
  </organizations>
  <resources>
${resources.join('\n')}
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">
${shared.map(file).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
