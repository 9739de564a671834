package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.spaceimport.UnionStatements.Part;
import de.quartierwerk.registry.spaceimport.UnionStatements.Whole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Makes one space of all rows of one key: the first row with the boundaries of all. */
@ApplicationScoped
class UnitedKeys {
    private final UnionStatements statements;
    private final StagingStatements staging;

    UnitedKeys(UnionStatements statements, StagingStatements staging) {
        this.statements = statements;
        this.staging = staging;
    }

    /** Unites rows and answers how many fewer there are; rows beside faulty ones of their key are left out. */
    int unite(SpaceImport staged) {
        statements.leaveOutIncomplete(staged.id);
        BoundaryReader measuring = new BoundaryReader(staged.crs, true);
        int before = 0;
        List<Finding> findings = new ArrayList<>();
        for (Whole whole : statements.wholes(staged.id)) {
            List<Part> parts = statements.parts(staged.id, whole);
            Boundary united = united(parts, measuring);
            List<Integer> others = parts.stream().skip(1).map(Part::row).toList();
            statements.replace(staged.id, parts.get(0).row(), united, others);
            findings.add(new Finding(
                    parts.get(0).row(),
                    whole.key(),
                    "union-of-rows",
                    Finding.Severity.HINT,
                    null,
                    null,
                    List.of(parts.stream()
                            .map(part -> Integer.toString(part.row()))
                            .collect(Collectors.joining(", ")))));
            before += others.size();
        }
        staging.insertFindings(staged.id, findings);
        return before;
    }

    private static @Nullable Boundary united(List<Part> parts, BoundaryReader measuring) {
        List<Geometry> boundaries =
                parts.stream().map(Part::boundary).filter(Objects::nonNull).toList();
        return boundaries.isEmpty() ? null : measuring.measured(OverlayNGRobust.union(boundaries));
    }
}
