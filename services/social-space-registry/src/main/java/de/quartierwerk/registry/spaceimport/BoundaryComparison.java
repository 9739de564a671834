package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.placement.Overlap;
import de.quartierwerk.registry.placement.Overlaps;
import de.quartierwerk.registry.placement.PlaceInParent;
import de.quartierwerk.registry.placement.Placed;
import de.quartierwerk.registry.spaceimport.FreshBoundaryStatements.Near;
import de.quartierwerk.registry.spaceimport.FreshBoundaryStatements.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Compares boundaries of an import with those of the registry and with one another, and simplifies them for maps.
 * Boundaries that do not change are not looked at again. All others are taken in portions that lie together, each with
 * what lies around it.
 */
@ApplicationScoped
class BoundaryComparison {
    /** More than a metre makes in degrees, as far north as spaces lie. */
    private static final double DEGREES_PER_METRE = 2e-5;
    /** Rows whose boundaries stay are noted in portions of so many. */
    private static final int EQUAL_AT_ONCE = 10_000;
    /** What lies around a portion is taken in parts of about so many bytes. */
    private static final int BYTES_AROUND = 8 << 20;
    /** Portions that are looked at while the next one is read, so that they fit into memory together. */
    private static final int MOST_UNDER_WAY = 2;
    /** A portion with more positions is looked at alone. */
    private static final int MOST_POSITIONS_BESIDE = 150_000;

    private final FreshBoundaryStatements fresh;
    private final OverlapStatements overlaps;
    private final SameKeyStatements levels;
    private final StagingStatements staging;
    private final ImportProgressStatements progress;

    BoundaryComparison(
            FreshBoundaryStatements fresh,
            OverlapStatements overlaps,
            SameKeyStatements levels,
            StagingStatements staging,
            ImportProgressStatements progress) {
        this.fresh = fresh;
        this.overlaps = overlaps;
        this.levels = levels;
        this.staging = staging;
        this.progress = progress;
    }

    /** Finds the rows that bring another boundary: not the present one, nor one within the tolerance of it. */
    void findFresh(SpaceImport staged) {
        fresh.list(staged.id);
        List<Integer> equal = new ArrayList<>();
        fresh.forNearlyEqual(staged.id, DEGREES_PER_METRE * staged.tolerance, pair -> {
            if (SameBoundary.within(pair.delivered(), pair.present(), staged.tolerance)) {
                equal.add(pair.row());
            }
            if (equal.size() == EQUAL_AT_ONCE) {
                fresh.remove(staged.id, equal);
                equal.clear();
            }
        });
        if (!equal.isEmpty()) {
            fresh.remove(staged.id, equal);
        }
    }

    /**
     * Adds findings where new boundaries leave their parent, overlap others, or seem to be read wrongly, and keeps them
     * simplified for maps.
     */
    void check(SpaceImport staged) {
        ParentAreas parents = new ParentAreas(fresh);
        PlaceInParent places = new PlaceInParent(staged.crs, staged.anywhere, () -> levels.largestLevel(staged.id));
        ImportProgressStatements.Counter counter = progress.counter(staged.id, fresh.count(staged.id));
        Deque<CompletableFuture<Looked>> underWay = new ArrayDeque<>();
        long done = 0;
        List<Position> portion = fresh.portion(staged.id, Position.START);
        while (!portion.isEmpty()) {
            List<Integer> numbers = portion.stream().map(Position::row).toList();
            List<Placed> rows = fresh.rows(staged.id, numbers);
            parents.prepareFor(rows);
            List<Finding> findings = new ArrayList<>();
            rows.forEach(
                    row -> places.check(row, parents.of(row)).ifPresent(fault -> findings.add(Finding.of(row, fault))));
            staging.insertFindings(staged.id, findings);
            lookAround(staged, rows, underWay);
            done += rows.size();
            counter.done(done);
            portion = fresh.portion(staged.id, portion.get(portion.size() - 1));
        }
        keep(staged, underWay, 0);
        overlaps.forgetThoseOfRowsLeftOut(staged.id);
    }

    /** What a portion of rows, or a part of what lies around it, came to; no maps where they are not wanted. */
    private record Looked(List<Placed> rows, List<Overlap> overlaps, List<Geometry> onMap) {}

    /**
     * Begins to look at rows together with what lies around them, on threads beside this one, which has the
     * transaction. Each part of the same rows waits for the one before, since geometries compute their boxes late.
     */
    private void lookAround(SpaceImport staged, List<Placed> rows, Deque<CompletableFuture<Looked>> underWay) {
        List<Near> near = near(staged.id, rows);
        int taken = 0;
        do {
            int begin = taken;
            for (long bytes = 0; taken < near.size() && (taken == begin || bytes < BYTES_AROUND); taken++) {
                bytes += near.get(taken).bytes();
            }
            List<Placed> around = load(staged.id, near.subList(begin, taken));
            boolean first = begin == 0;
            boolean heavy = countPositions(rows) + countPositions(around) > MOST_POSITIONS_BESIDE;
            keep(staged, underWay, first && !heavy ? MOST_UNDER_WAY - 1 : 0);
            boolean onMap = first && !staged.dryRun;
            double tolerance = staged.mapTolerance;
            underWay.add(Beside.supply(() -> look(rows, around, first, onMap ? tolerance : null)));
            if (heavy) {
                keep(staged, underWay, 0);
            }
        } while (taken < near.size());
    }

    private static long countPositions(List<Placed> spaces) {
        return spaces.stream()
                .mapToLong(space -> space.boundary().getNumPoints())
                .sum();
    }

    private static Looked look(
            List<Placed> rows, List<Placed> around, boolean amongRows, @Nullable Double mapTolerance) {
        List<Overlap> found = new ArrayList<>();
        Overlaps.find(rows, around, amongRows, found::add);
        return new Looked(rows, found, mapTolerance == null ? List.of() : simplified(rows, around, mapTolerance));
    }

    private static List<Geometry> simplified(List<Placed> rows, List<Placed> around, double tolerance) {
        List<Geometry> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.boundary()));
        around.forEach(other -> all.add(other.boundary()));
        return new MapCoverage().simplify(all, rows.size(), tolerance);
    }

    /** Keeps what is found, the oldest first, until no more than so many portions are under way. */
    private void keep(SpaceImport staged, Deque<CompletableFuture<Looked>> underWay, int most) {
        while (underWay.size() > most) {
            Looked looked = Beside.await(underWay.remove());
            overlaps.insert(staged.id, looked.overlaps());
            if (!looked.onMap().isEmpty()) {
                staging.keepMaps(
                        staged.id, looked.rows().stream().map(Placed::row).toList(), looked.onMap());
            }
        }
    }

    /** What lies around rows, box beside box, the rows of the import first. */
    private List<Near> near(UUID id, List<Placed> rows) {
        Envelope box = new Envelope();
        STRtree boxes = new STRtree();
        Set<Integer> numbers = new HashSet<>();
        rows.forEach(row -> {
            numbers.add(row.row());
            Envelope own = row.boundary().getEnvelopeInternal();
            box.expandToInclude(own);
            boxes.insert(own, row.row());
        });
        return fresh.near(id, box).stream()
                .filter(other -> !numbers.contains(other.row())
                        && !boxes.query(other.box()).isEmpty())
                .toList();
    }

    private List<Placed> load(UUID id, List<Near> near) {
        List<Placed> loaded = new ArrayList<>(fresh.spaces(
                id,
                near.stream().filter(other -> other.row() == 0).map(Near::space).toList()));
        loaded.addAll(fresh.rows(
                id, near.stream().map(Near::row).filter(row -> row > 0).toList()));
        return loaded;
    }
}
