package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class WkbTest {
    @Test
    void readsWhatItWrote() throws Exception {
        Geometry geometry = new WKTReader().read("POLYGON((6 50, 6.2 50, 6.2 50.2, 6 50))");

        assertThat(Wkb.read(Wkb.write(geometry)).equalsExact(geometry)).isTrue();
    }

    @Test
    void hashesEqualBytesAlike() throws Exception {
        byte[] one = Wkb.write(new WKTReader().read("POLYGON((0 0, 1 0, 1 1, 0 0))"));
        byte[] other = Wkb.write(new WKTReader().read("POLYGON((0 0, 1 0, 1 2, 0 0))"));

        assertThat(Wkb.hash(one)).hasSize(32).isEqualTo(Wkb.hash(one.clone())).isNotEqualTo(Wkb.hash(other));
    }

    @Test
    void refusesOtherBytes() {
        assertThatIllegalStateException().isThrownBy(() -> Wkb.read(new byte[] {1, 2, 3}));
    }
}
