package de.quartierwerk.reporting.map;

import java.util.List;

/**
 * Colours of classes: sequential schemes from light to dark by Cynthia Brewer (colorbrewer2.org, Apache License 2.0),
 * which people with colour vision deficiency tell apart and which stay in order on a grey print.
 */
public final class Palette {
    /** Classes of an index (YlGnBu). */
    public static final Palette INDEX = new Palette(List.of(
            List.of("#a1dab4"),
            List.of("#d9f0c4", "#2c7fb8"),
            List.of("#edf8b1", "#7fcdbb", "#2c7fb8"),
            List.of("#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"),
            List.of("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
            List.of("#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"),
            List.of("#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"),
            List.of("#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"),
            List.of(
                    "#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#253494",
                    "#081d58")));
    /** Numbers of fields of action of a space (Oranges, with a neutral beginning for none). */
    public static final Palette NEED = new Palette(List.of(
            List.of("#d94801"),
            List.of("#f2efe9", "#d94801"),
            List.of("#f2efe9", "#fdae6b", "#d94801"),
            List.of("#f2efe9", "#fdd0a2", "#fd8d3c", "#a63603"),
            List.of("#f2efe9", "#fdd0a2", "#fdae6b", "#e6550d", "#8c2d04"),
            List.of("#f2efe9", "#feedde", "#fdbe85", "#fd8d3c", "#e6550d", "#a63603"),
            List.of("#f2efe9", "#feedde", "#fdd0a2", "#fdae6b", "#fd8d3c", "#e6550d", "#8c2d04")));

    /** Colour of what is not classified; the map adds a hatching to it. */
    public static final String NOT_CLASSIFIED = "#ffffff";
    /** Ink of lines and letters. */
    static final String INK = "#1b2a33";

    private final List<List<String>> colours;

    private Palette(List<List<String>> colours) {
        this.colours = colours;
    }

    /**
     * Colour of one of several classes.
     *
     * @param index number of the class, from 0 for the lowest
     * @param classes number of classes; with more than there are colours, neighbours share one
     */
    public String colour(int index, int classes) {
        List<String> scheme = colours.get(Math.min(Math.max(classes, 1), colours.size()) - 1);
        int place = classes <= scheme.size() ? index : (int) ((long) index * scheme.size() / classes);
        return scheme.get(Math.max(0, Math.min(place, scheme.size() - 1)));
    }

    /** Ink or white, whichever has the greater contrast with a colour (WCAG 2.2, relative luminance). */
    static String letterOn(String colour) {
        double luminance = luminance(colour);
        double withInk = (luminance + 0.05) / (luminance(INK) + 0.05);
        double withWhite = 1.05 / (luminance + 0.05);
        return withInk >= withWhite ? INK : "#ffffff";
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double channel = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
