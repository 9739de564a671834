package de.quartierwerk.registry.quality;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.quality.QualityStatements.Level;
import de.quartierwerk.registry.quality.QualityStatements.Twins;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes quality reports, one at a time: each may take the memory that one may take. */
@ApplicationScoped
class QualityService {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final QualityStatements statements;
    private final LevelService levels;
    private final Semaphore turn = new Semaphore(1, true);

    QualityService(QualityStatements statements, LevelService levels) {
        this.statements = statements;
        this.levels = levels;
    }

    /**
     * What somebody should look at, the largest first.
     *
     * @param level level of the spaces; absent: all
     * @param parent space below which they lie; absent: anywhere
     * @param from smallest area that is told, square metres; with 0 slips without an area are told too
     */
    List<Irregularity> report(@Nullable String level, @Nullable String parent, LocalDate day, double from) {
        if (level != null && !levels.exists(level)) {
            throw new NotFound("level.unknown", level);
        }
        if (parent != null && !statements.exists(parent)) {
            throw new NotFound("space.unknown", parent, day);
        }
        takeTurn();
        try {
            Irregularities found = new Irregularities(from);
            for (Level checked : statements.levels(level, day)) {
                new LevelCheck(checked, day, statements, found).check(statements.index(checked.code(), parent, day));
                addTwins(checked.code(), parent, day, found);
            }
            return found.sorted();
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Unavailable.after(LONGEST_WAIT, "quality.busy");
    }

    private void addTwins(String level, @Nullable String parent, LocalDate day, Irregularities found) {
        Measure measure = new Measure();
        for (Twins twins : statements.twins(level, parent, day)) {
            double area = measure.squareMetres(twins.boundary());
            if (found.tells(area)) {
                LonLat place = LonLat.of(twins.boundary().getInteriorPoint().getCoordinate());
                List<String> keys = List.of(twins.first(), twins.second());
                found.add(new Irregularity(
                        Irregularity.Kind.EQUAL_BOUNDARY, level, keys, null, area, 1, place, twins.boundary(), null));
            }
        }
    }
}
