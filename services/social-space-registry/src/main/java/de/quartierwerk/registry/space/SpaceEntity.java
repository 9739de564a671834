package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.LonLat;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A row of the table of spaces: a {@link Space} as it is changed alone. Its version is the number of the change, which
 * all spaces share that the change touched; changes happen one after the other (see {@link SpaceChanges}), so that
 * Hibernate need not count versions here.
 */
@Entity
@Table(name = "space")
class SpaceEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    String key;
    String name;
    String level;

    @Nullable
    String parent;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> path;

    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    ObjectNode attributes;

    @Embedded
    @Nullable
    Extent extent;

    long version;
    Instant changedAt;

    /**
     * What is computed from a boundary.
     *
     * @param lon longitude of the centroid
     * @param lat latitude of the centroid
     */
    @Embeddable
    record Extent(
            BigDecimal areaSquareMetres, Double lon, Double lat, Double west, Double south, Double east, Double north) {

        static Extent of(Boundary boundary) {
            Envelope box = boundary.box();
            LonLat centroid = boundary.centroid();
            return new Extent(
                    boundary.areaSquareMetres(),
                    centroid.lon(),
                    centroid.lat(),
                    box.getMinX(),
                    box.getMinY(),
                    box.getMaxX(),
                    box.getMaxY());
        }
    }

    /** Takes over what a space shall be from now on; its boundary stays. */
    void set(Space wanted, Instant now) {
        key = wanted.key();
        name = wanted.name();
        level = wanted.level();
        parent = wanted.parent();
        path = wanted.path();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        attributes = wanted.attributes();
        version = wanted.version();
        changedAt = now;
    }

    /** Ends the span of validity. */
    void end(LocalDate lastDay, long change, Instant now) {
        validTo = lastDay;
        version = change;
        changedAt = now;
    }

    Space toSpace() {
        Extent measured = extent;
        return new Space(
                id,
                key,
                name,
                level,
                parent,
                path,
                validFrom,
                validTo,
                measured == null ? null : measured.areaSquareMetres(),
                measured == null ? null : new LonLat(measured.lon(), measured.lat()),
                attributes,
                version);
    }
}
