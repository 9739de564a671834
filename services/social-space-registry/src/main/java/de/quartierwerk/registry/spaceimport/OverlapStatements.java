package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.registry.placement.Overlap;
import de.quartierwerk.registry.placement.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Findings of rows that overlap others, some of which may be left out themselves. */
@ApplicationScoped
class OverlapStatements {
    private static final int AT_ONCE = 10_000;

    private final Jdbi jdbi;
    private final CopyLoader loader;

    OverlapStatements(Jdbi jdbi, CopyLoader loader) {
        this.jdbi = jdbi;
        this.loader = loader;
    }

    void insert(UUID id, List<Overlap> found) {
        loader.load(
                RowStagingStatements.FINDINGS,
                found.stream()
                        .map(overlap -> RowStagingStatements.cells(
                                id, Finding.of(overlap.row(), overlap.fault()), rowOrNull(overlap.other())))
                        .iterator());
    }

    private static @Nullable Integer rowOrNull(Placed space) {
        return space.row() == 0 ? null : space.row();
    }

    /** A row that overlaps an earlier one. */
    private record Pair(long number, int row, int other, boolean error) {}

    /** Removes what was found with rows that are left out: for other reasons, or since they overlap still others. */
    void forgetThoseOfRowsLeftOut(UUID id) {
        BitSet leftOut = new BitSet();
        List<Long> needless = new ArrayList<>();
        jdbi.useHandle(handle -> {
            handle.select("""
                            select distinct row from space_import_finding
                            where import_id = ? and severity = 'error' and row is not null and other_row is null
                            """, id).mapTo(Integer.class).forEach(leftOut::set);
            handle.select("""
                            select number, row, other_row, severity = 'error' as error from space_import_finding
                            where import_id = ? and other_row is not null order by row, other_row
                            """, id)
                    .setFetchSize(AT_ONCE)
                    .map((row, context) -> new Pair(row.getLong(1), row.getInt(2), row.getInt(3), row.getBoolean(4)))
                    .forEach(pair -> {
                        if (leftOut.get(pair.other())) {
                            needless.add(pair.number());
                        } else if (pair.error()) {
                            leftOut.set(pair.row());
                        }
                        if (needless.size() == AT_ONCE) {
                            remove(handle, id, needless);
                        }
                    });
            remove(handle, id, needless);
        });
    }

    private static void remove(Handle handle, UUID id, List<Long> needless) {
        handle.execute(
                "delete from space_import_finding where import_id = ? and number = any(?)",
                id,
                needless.toArray(Long[]::new));
        needless.clear();
    }
}
