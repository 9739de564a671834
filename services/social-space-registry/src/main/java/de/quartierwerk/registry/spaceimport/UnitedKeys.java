package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.spaceimport.UnionStatements.Part;
import de.quartierwerk.registry.spaceimport.UnionStatements.Whole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Makes one space of all rows of one key: the first row with the boundaries of all. */
@ApplicationScoped
class UnitedKeys {
    private static final int FINDINGS_AT_ONCE = 1_000;
    private static final int MOST_NAMED = 100;

    private final UnionStatements statements;
    private final StagingStatements staging;

    UnitedKeys(UnionStatements statements, StagingStatements staging) {
        this.statements = statements;
        this.staging = staging;
    }

    /** Unites rows and answers how many fewer there are; rows beside faulty ones of their key are left out. */
    int unite(SpaceImport staged) {
        statements.leaveOutIncomplete(staged.id);
        statements.leaveOutTooLarge(staged.id);
        BoundaryReader measuring = new BoundaryReader(staged.crs, true);
        AtomicInteger before = new AtomicInteger();
        List<Finding> findings = new ArrayList<>();
        statements.forWholes(staged.id, whole -> {
            List<Integer> rows = unite(staged.id, whole, measuring);
            before.addAndGet(rows.size() - 1);
            findings.add(finding(whole, rows));
            if (findings.size() == FINDINGS_AT_ONCE) {
                staging.insertFindings(staged.id, findings);
                findings.clear();
            }
        });
        staging.insertFindings(staged.id, findings);
        return before.get();
    }

    /** Makes one row of those of a space and answers what they were. */
    private List<Integer> unite(UUID id, Whole whole, BoundaryReader measuring) {
        List<Part> parts = statements.parts(id, whole);
        List<Integer> rows = parts.stream().map(Part::row).toList();
        statements.replace(id, rows.get(0), united(parts, measuring), rows.subList(1, rows.size()));
        return rows;
    }

    /** Names the first of very many rows. */
    private static Finding finding(Whole whole, List<Integer> rows) {
        String named =
                rows.stream().limit(MOST_NAMED).map(row -> row.toString()).collect(Collectors.joining(", "));
        return new Finding(
                rows.get(0),
                whole.key(),
                "union-of-rows",
                Finding.Severity.HINT,
                null,
                null,
                List.of(rows.size() > MOST_NAMED ? named + ", …" : named));
    }

    private static @Nullable Boundary united(List<Part> parts, BoundaryReader measuring) {
        List<Geometry> boundaries =
                parts.stream().map(Part::boundary).filter(Objects::nonNull).toList();
        return boundaries.isEmpty() ? null : measuring.measured(OverlayNGRobust.union(boundaries));
    }
}
