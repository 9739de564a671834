package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrsTest {
    @Test
    void readsTheNamesThatFilesCarry() {
        assertThat(Crs.of("EPSG:25832")).contains(Crs.EPSG_25832);
        assertThat(Crs.of(" epsg:25833 ")).contains(Crs.EPSG_25833);
        assertThat(Crs.of("urn:ogc:def:crs:EPSG::4326")).contains(Crs.EPSG_4326);
        assertThat(Crs.of("urn:ogc:def:crs:EPSG:9.9:3857")).contains(Crs.EPSG_3857);
        assertThat(Crs.of("urn:ogc:def:crs:OGC:1.3:CRS84")).contains(Crs.EPSG_4326);
        assertThat(Crs.of("http://www.opengis.net/def/crs/EPSG/0/25832")).contains(Crs.EPSG_25832);
    }

    @Test
    void knowsNoOtherSystem() {
        assertThat(Crs.of("EPSG:2180")).isEmpty();
        assertThat(Crs.of("25832")).isEmpty();
        assertThat(Crs.of("")).isEmpty();
    }
}
