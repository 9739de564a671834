package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.placement.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Boundaries of the parents of a portion of rows; those of the next portion are mostly the same. */
final class ParentAreas {
    private final FreshBoundaryStatements statements;
    private final Map<Long, PreparedGeometry> areas = new HashMap<>();

    ParentAreas(FreshBoundaryStatements statements) {
        this.statements = statements;
    }

    /** Fetches what is missing for these rows and forgets what none of them needs. */
    void prepareFor(List<Placed> rows) {
        Set<Long> needed = rows.stream()
                .map(Placed::parentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        areas.keySet().retainAll(needed);
        needed.removeAll(areas.keySet());
        statements
                .boundaries(needed)
                .forEach((space, boundary) -> areas.put(space, PreparedGeometryFactory.prepare(boundary)));
    }

    /** Boundary of a row's parent, if it has one. */
    @Nullable
    PreparedGeometry of(Placed row) {
        return row.parentId() == null ? null : areas.get(row.parentId());
    }
}
