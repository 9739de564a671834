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
import org.hibernate.annotations.Formula;
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

    @Nullable
    String shortName;

    String level;

    /** Hierarchy to which the level belongs. */
    @Formula("(select l.hierarchy from space_level l where l.code = level)")
    @Nullable
    String hierarchy;

    @Nullable
    String parent;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> path;

    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    ObjectNode attributes;

    @JdbcTypeCode(SqlTypes.JSON)
    List<SpaceLink> links;

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
     * @param labelLon longitude of a position inside
     * @param labelLat latitude of a position inside
     */
    @Embeddable
    record Extent(
            BigDecimal areaSquareMetres,
            Double lon,
            Double lat,
            Double west,
            Double south,
            Double east,
            Double north,
            @Nullable Double labelLon,
            @Nullable Double labelLat) {

        static Extent of(Boundary boundary) {
            Envelope box = boundary.box();
            LonLat centroid = boundary.centroid();
            LonLat label = boundary.labelPoint();
            return new Extent(
                    boundary.areaSquareMetres(),
                    centroid.lon(),
                    centroid.lat(),
                    box.getMinX(),
                    box.getMinY(),
                    box.getMaxX(),
                    box.getMaxY(),
                    label.lon(),
                    label.lat());
        }

        @Nullable
        LonLat labelPoint() {
            return labelLon == null || labelLat == null ? null : new LonLat(labelLon, labelLat);
        }
    }

    /** Takes over what a space shall be from now on; its boundary stays. */
    void set(Space wanted, Instant now) {
        key = wanted.key();
        name = wanted.name();
        shortName = wanted.shortName();
        level = wanted.level();
        parent = wanted.parent();
        path = wanted.path();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        attributes = wanted.attributes();
        links = wanted.links();
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
                shortName,
                level,
                hierarchy,
                parent,
                path,
                validFrom,
                validTo,
                measured == null ? null : measured.areaSquareMetres(),
                measured == null ? null : new LonLat(measured.lon(), measured.lat()),
                measured == null ? null : measured.labelPoint(),
                attributes,
                links,
                version);
    }
}
