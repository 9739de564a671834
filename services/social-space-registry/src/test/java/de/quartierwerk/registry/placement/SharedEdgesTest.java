package de.quartierwerk.registry.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

class SharedEdgesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void neighboursOnAllSidesSurroundABoundary() {
        SharedEdges edges = new SharedEdges(squares());

        assertThat(squares().stream().filter(edges::surround)).containsExactly(square(1, 1));
    }

    @Test
    void theDirectionOfRingsDoesNotMatter() {
        List<Geometry> squares = squares();
        squares.set(4, squares.get(4).reverse());
        squares.set(5, squares.get(5).reverse());

        assertThat(new SharedEdges(squares).surround(square(1, 1))).isTrue();
    }

    @Test
    void nothingIsSurroundedByWhatLiesOnItsOwnSide() {
        List<Geometry> squares = squares();
        squares.add(square(1, 1));
        List<Geometry> withoutOneSide = squares();
        withoutOneSide.set(5, FACTORY.toGeometry(new Envelope(0, 2, 1, 2)));

        assertThat(new SharedEdges(squares).surround(square(1, 1))).isFalse();
        assertThat(new SharedEdges(withoutOneSide).surround(square(1, 1))).isFalse();
    }

    @Test
    void anotherPositionOnAnEdgeIsNoSharedEdge() {
        List<Geometry> squares = squares();
        Coordinate[] corners = squares.get(4).getCoordinates();
        List<Coordinate> positions = new ArrayList<>(List.of(corners));
        positions.add(1, new Coordinate((corners[0].x + corners[1].x) / 2, (corners[0].y + corners[1].y) / 2));
        Geometry other = FACTORY.createPolygon(positions.toArray(Coordinate[]::new));
        squares.set(4, other);

        assertThat(new SharedEdges(squares).surround(other)).isFalse();
    }

    @Test
    void anIslandIsSurroundedByTheSpaceAroundIt() {
        LinearRing hole = FACTORY.createLinearRing(square(1, 1).getCoordinates());
        Geometry around = FACTORY.createPolygon(
                FACTORY.createLinearRing(
                        FACTORY.toGeometry(new Envelope(0, 3, 0, 3)).getCoordinates()),
                new LinearRing[] {hole});

        assertThat(new SharedEdges(List.of(around, square(1, 1))).surround(square(1, 1)))
                .isTrue();
        assertThat(new SharedEdges(List.of(around, square(1, 1))).surround(around))
                .isFalse();
    }

    /** Nine squares side by side. */
    private static List<Geometry> squares() {
        List<Geometry> squares = new ArrayList<>();
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 3; y++) {
                squares.add(square(x, y));
            }
        }
        return squares;
    }

    private static Geometry square(int x, int y) {
        return FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1));
    }
}
