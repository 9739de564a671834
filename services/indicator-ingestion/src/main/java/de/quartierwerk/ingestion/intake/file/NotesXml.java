package de.quartierwerk.ingestion.intake.file;

/** The two parts that notes of a sheet take: their texts, and the boxes in which they are shown. */
final class NotesXml {
    private static final String AUTHOR = "Quartierwerk";

    private NotesXml() {}

    static String comments(CellNotes notes) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>"
                + AUTHOR + "</author></authors><commentList>");
        notes.forEach((row, column, text) -> xml.append("<comment ref=\"")
                .append(CellName.of(row + 1L, column))
                .append("\" authorId=\"0\"><text><t xml:space=\"preserve\">")
                .append(XmlTexts.escape(text))
                .append("</t></text></comment>"));
        return xml.append("</commentList></comments>").toString();
    }

    static String drawing(CellNotes notes) {
        StringBuilder xml = new StringBuilder(
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
                        + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                        + "<v:shapetype id=\"note\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        notes.forEach((row, column, text) -> {
            String anchor = (column + 1) + ",15," + row + ",2," + (column + 4) + ",15," + (row + 5) + ",4";
            xml.append("<v:shape type=\"#note\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\""
                            + " o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox/>"
                            + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>")
                    .append(anchor)
                    .append("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
                    .append(row)
                    .append("</x:Row><x:Column>")
                    .append(column)
                    .append("</x:Column></x:ClientData></v:shape>");
        });
        return xml.append("</xml>").toString();
    }
}
