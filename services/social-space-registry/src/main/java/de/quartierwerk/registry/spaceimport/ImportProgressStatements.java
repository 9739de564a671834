package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.web.Progress;
import de.quartierwerk.kit.work.ProgressStream;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far imports are whose work is under way, for callers who ask any instance. */
@ApplicationScoped
class ImportProgressStatements {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Jdbi jdbi;
    private final ProgressStream stream;

    ImportProgressStatements(Jdbi jdbi, ProgressStream stream) {
        this.jdbi = jdbi;
        this.stream = stream;
    }

    /** Tells the progress of one piece of work, at most once a second. */
    final class Counter {
        private final UUID id;
        private final @Nullable Long total;
        private long told = System.nanoTime();

        private Counter(UUID id, @Nullable Long total) {
            this.id = id;
            this.total = total;
        }

        /** Says how many rows are done. */
        void done(long rows) {
            long now = System.nanoTime();
            if (now - told >= PAUSE_NANOS) {
                told = now;
                QuarkusTransaction.requiringNew().run(() -> tell(id, rows, total));
                stream.changed(id);
            }
        }
    }

    /** Notes for good that a step of an import begins, and answers how often it has begun without an end. */
    int begin(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.select("""
                                insert into space_import_attempt (import_id, attempts) values (?, 1)
                                on conflict (import_id) do update set attempts = space_import_attempt.attempts + 1
                                returning attempts
                                """, id).mapTo(Integer.class).one()));
    }

    /** Notes that the step has ended, well or not, and that the instance is still there. */
    void forgetAttempts(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from space_import_attempt where import_id = ?", id));
    }

    /** Begins to count rows; the total may be unknown. */
    Counter counter(UUID id, @Nullable Long total) {
        return new Counter(id, total);
    }

    private void tell(UUID id, long done, @Nullable Long total) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into space_import_progress (import_id, done, total) values (?, ?, ?)
                on conflict (import_id) do update set done = excluded.done, total = excluded.total
                """, id, done, total));
    }

    /** What was told last. */
    Optional<Progress> last(UUID id) {
        return jdbi.withHandle(handle -> handle.select(
                        "select done, total from space_import_progress where import_id = ?", id)
                .map((row, context) -> new Progress(row.getLong(1), row.getObject(2, Long.class)))
                .findOne());
    }

    /** Forgets it, because other work begins or all is done. */
    void remove(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from space_import_progress where import_id = ?", id));
        forgetAttempts(id);
    }
}
