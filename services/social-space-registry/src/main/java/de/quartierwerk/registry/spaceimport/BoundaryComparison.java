package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.spaceimport.BoundaryComparisonStatements.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;

/**
 * Compares boundaries of an import with those of the registry and with one another. Boundaries that do not change are
 * not looked at again.
 */
@ApplicationScoped
class BoundaryComparison {
    /** More than a metre makes in degrees, as far north as spaces lie. */
    private static final double DEGREES_PER_METRE = 2e-5;

    private final BoundaryComparisonStatements statements;
    private final StagingStatements staging;

    BoundaryComparison(BoundaryComparisonStatements statements, StagingStatements staging) {
        this.statements = statements;
        this.staging = staging;
    }

    /** Lets spaces keep their boundary where the row's one is the same but for the tolerance. */
    void keepEqual(UUID id, double tolerance) {
        List<Integer> equal = new ArrayList<>();
        statements.forNearlyEqual(id, DEGREES_PER_METRE * tolerance, pair -> {
            if (SameBoundary.within(pair.delivered(), pair.present(), tolerance)) {
                equal.add(pair.row());
            }
        });
        if (!equal.isEmpty()) {
            statements.setEqual(id, equal);
        }
    }

    /** Adds findings where new boundaries leave their parent, overlap others, or seem to be read wrongly. */
    void check(SpaceImport staged) {
        List<Placed> rows = statements.newBoundaries(staged.id);
        if (rows.isEmpty()) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        Set<Integer> rejected = new HashSet<>();
        PlaceInParent places = new PlaceInParent(
                staged.crs, staged.anywhere, statements.parents(staged.id), () -> statements.largestLevel(staged.id));
        for (Placed row : rows) {
            places.check(row).ifPresent(finding -> add(finding, findings, rejected));
        }
        Envelope box = new Envelope();
        rows.forEach(row -> box.expandToInclude(row.boundary().getEnvelopeInternal()));
        List<Placed> all = new ArrayList<>(statements.neighbours(staged.id, box));
        rows.stream().filter(row -> !rejected.contains(row.row())).forEach(all::add);
        Overlaps.find(all, finding -> add(finding, findings, rejected), rejected);
        staging.insertFindings(staged.id, findings);
    }

    private static void add(Finding finding, List<Finding> findings, Set<Integer> rejected) {
        findings.add(finding);
        if (finding.severity() == Finding.Severity.ERROR && finding.row() != null) {
            rejected.add(finding.row());
        }
    }
}
