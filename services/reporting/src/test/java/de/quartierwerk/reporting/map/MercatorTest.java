package de.quartierwerk.reporting.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class MercatorTest {
    private final Mercator projection = new Mercator(new Envelope(6, 7, 50, 51), 1200, 6);

    @Test
    void laysTheExtentOntoTheGridWithItsMargin() {
        Coordinate upperLeft = projection.toGrid(6, 51);
        Coordinate lowerRight = projection.toGrid(7, 50);

        assertThat(upperLeft).isEqualTo(new Coordinate(6, 6));
        assertThat(lowerRight.getY()).isEqualTo(1194);
        assertThat(projection.height()).isBetween(1200, 1201);
        assertThat(projection.width()).isLessThan(projection.height());
    }

    @Test
    void knowsHowLongAUnitIsInTheMiddle() {
        double degreeOfLatitude = 111_195;
        double shown = (projection.height() - 12) * projection.metresPerUnit();

        assertThat(shown).isCloseTo(degreeOfLatitude, within(200.0));
    }

    @Test
    void survivesAnExtentOfOnePoint() {
        Mercator point = new Mercator(new Envelope(6, 6, 50, 50), 1200, 6);

        assertThat(point.toGrid(6, 50)).isEqualTo(new Coordinate(6, 6));
    }
}
