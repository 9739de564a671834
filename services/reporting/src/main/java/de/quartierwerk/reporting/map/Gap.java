package de.quartierwerk.reporting.map;

/** Why a space has no colour on a map; each reason has a pattern of its own, also in the legend. */
public enum Gap {
    /** The value is kept secret (geheim gehalten). */
    SECRET("<circle cx=\"6\" cy=\"6\" r=\"3\" fill=\"#4d5d66\"/>", false),
    /** There is no value (keine Angabe). */
    MISSING("", false),
    /** The space was excluded with a reason (ausgeschlossen). */
    EXCLUDED("<path d=\"M0 0V12\" stroke=\"#4d5d66\" stroke-width=\"4\"/>", true),
    /** The space could not be classified (nicht klassifiziert). */
    UNCLASSIFIED("<path d=\"M6 0V12M0 6H12\" stroke=\"#9aa5ab\" stroke-width=\"2\"/>", false);

    private final String mark;
    private final boolean turned;

    Gap(String mark, boolean turned) {
        this.mark = mark;
        this.turned = turned;
    }

    /** The pattern as an SVG element. */
    String pattern(String id) {
        return "<pattern id=\"" + id + "\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\""
                + (turned ? " patternTransform=\"rotate(45)\"" : "")
                + "><rect width=\"12\" height=\"12\" fill=\"" + Palette.PAPER + "\"/>" + mark + "</pattern>";
    }

    /** A small field with the pattern, for a legend. */
    public String swatch(String id) {
        return "<svg class=\"swatch\" viewBox=\"0 0 28 18\" aria-hidden=\"true\"><defs>" + pattern(id)
                + "</defs><rect x=\"1\" y=\"1\" width=\"26\" height=\"16\" fill=\"url(#" + id
                + ")\" stroke=\"#5d6b73\"/></svg>";
    }

    /** A small field with a colour, for a legend. */
    public static String swatchOf(String colour) {
        return "<svg class=\"swatch\" viewBox=\"0 0 28 18\" aria-hidden=\"true\">"
                + "<rect x=\"1\" y=\"1\" width=\"26\" height=\"16\" fill=\"" + colour + "\" stroke=\"#5d6b73\"/></svg>";
    }
}
