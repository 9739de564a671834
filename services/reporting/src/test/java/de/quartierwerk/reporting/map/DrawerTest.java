package de.quartierwerk.reporting.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawerTest {
    private static List<List<Double>> ring(double west, double south, double size) {
        return List.of(
                List.of(west, south),
                List.of(west + size, south),
                List.of(west + size, south + size),
                List.of(west, south + size),
                List.of(west, south));
    }

    @Test
    void drawsEveryPartAndEveryHole() {
        Boundary space = new Boundary(
                "a",
                Map.of(
                        "type",
                        "MultiPolygon",
                        "coordinates",
                        List.of(List.of(ring(6, 50, 1), ring(6.4, 50.4, 0.2)), List.of(ring(7.5, 50, 0.1)))));

        Drawing drawing = Drawer.draw(List.of(space), List.of());

        assertThat(drawing.shapes()).hasSize(1);
        assertThat(drawing.shapes().get(0).path().chars().filter(c -> c == 'M')).hasSize(3);
    }

    @Test
    void writesOutsideOfAHole() {
        Boundary space = new Boundary(
                "a", Map.of("type", "Polygon", "coordinates", List.of(ring(6, 50, 1), ring(6.3, 50.3, 0.4))));

        Drawing drawing = Drawer.draw(List.of(space), List.of());

        Drawing.Shape shape = drawing.shapes().get(0);
        double middle = drawing.width() / 2.0;
        assertThat(Math.abs(shape.x() - middle) + Math.abs(shape.y() - drawing.height() / 2.0))
                .isGreaterThan(0.2 * middle);
    }

    @Test
    void leavesOutALineAroundNothing() {
        Boundary space = new Boundary("a", Map.of("type", "Polygon", "coordinates", List.of(ring(6, 50, 1))));
        Boundary larger = new Boundary("b", Map.of("type", "Point", "coordinates", List.of(6.0, 50.0)));

        Drawing drawing = Drawer.draw(List.of(space), List.of(larger));

        assertThat(drawing.outlines()).isEmpty();
        assertThat(drawing.isEmpty()).isFalse();
    }
}
