package de.quartierwerk.reporting.map;

import java.util.List;

/**
 * Boundaries drawn on a grid of whole numbers, from the upper left corner.
 *
 * @param width width of the grid
 * @param height height of the grid
 * @param metresPerUnit length of one unit in the middle of the map
 * @param shapes the spaces, in the order of their keys
 * @param outlines larger spaces drawn as lines above them
 */
public record Drawing(int width, int height, double metresPerUnit, List<Shape> shapes, List<Outline> outlines) {
    public Drawing {
        shapes = List.copyOf(shapes);
        outlines = List.copyOf(outlines);
    }

    /** Whether there is nothing to be seen. */
    public boolean isEmpty() {
        return shapes.isEmpty();
    }

    /**
     * A space.
     *
     * @param key space key
     * @param path SVG path data, to be filled by the even-odd rule
     * @param x horizontal place of the centre of the largest circle inside it
     * @param y vertical place of that centre
     * @param room radius of that circle: what is written into the space must fit into it
     */
    public record Shape(String key, String path, int x, int y, int room) {}

    /**
     * A line around a larger space.
     *
     * @param key space key
     * @param path SVG path data
     */
    public record Outline(String key, String path) {}
}
