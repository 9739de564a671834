package de.quartierwerk.classification.run;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.period.Period;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.ReleaseArrived;
import de.quartierwerk.classification.value.Values;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.problem.Failure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Starts the runs of schemes marked automatic after a release of values; several releases that arrive together make one
 * run. A run waits until each of the scheme's indicators has a value in the period.
 */
@ApplicationScoped
class AutomaticRuns {
    private static final Logger LOG = Logger.getLogger(AutomaticRuns.class);
    private static final String AUTHOR = "classification";

    private static final String ASK = """
            insert into automatic_run (scheme, period, due_at) values (?, ?, ?)
            on conflict on constraint pk_automatic_run do update
                set due_at = least(excluded.due_at, automatic_run.asked_at + interval '1 minute')""";

    private static final String TAKE = """
            delete from automatic_run where (scheme, period) in
                (select scheme, period from automatic_run where due_at <= ? order by due_at, scheme, period
                    for update skip locked limit 1)
            returning scheme, period""";

    private final Sql sql;
    private final Schemes schemes;
    private final Values values;
    private final RunStart start;
    private final int quietSeconds;

    AutomaticRuns(Sql sql, Schemes schemes, Values values, RunStart start, ClassificationConfig config) {
        this.sql = sql;
        this.schemes = schemes;
        this.values = values;
        this.start = start;
        this.quietSeconds = config.automaticQuietSeconds();
    }

    void onRelease(@Observes ReleaseArrived release) {
        Instant due = Instant.now().plusSeconds(quietSeconds);
        for (SchemeVersion scheme : schemes.automatic(release.indicators())) {
            release.periods().forEach(period -> sql.update(ASK, scheme.code(), period, due));
        }
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startDue() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::startNext);
        }
    }

    private boolean startNext() {
        Optional<Map.Entry<String, String>> due =
                sql.first(TAKE, row -> Map.entry(row.getString(1), row.getString(2)), Instant.now());
        due.ifPresent(entry -> start(entry.getKey(), entry.getValue()));
        return due.isPresent();
    }

    private void start(String code, String period) {
        SchemeVersion version = schemes.latest(code).orElseThrow();
        if (!isComplete(Schemes.read(version), period)) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().call(() -> start.startAutomatic(version, period, AUTHOR));
        } catch (Failure e) {
            LOG.warnf("The scheme %s cannot run for %s: %s", code, period, e.getMessage());
        }
    }

    private boolean isComplete(Scheme scheme, String period) {
        Optional<Period> read = Period.parse(period);
        if (read.isEmpty()) {
            return false;
        }
        Set<String> there = values.inputs(scheme.indicators(), read.get(), values.knownUntil(Instant.now())).stream()
                .map(Input::indicator)
                .collect(Collectors.toCollection(HashSet::new));
        there.add(Indicator.AREA);
        return there.containsAll(scheme.indicators().keySet());
    }
}
