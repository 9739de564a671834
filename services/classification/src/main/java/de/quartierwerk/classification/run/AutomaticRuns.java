package de.quartierwerk.classification.run;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.ReleaseArrived;
import de.quartierwerk.classification.value.Values;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Starts the runs of schemes marked automatic after a release of values; several releases that arrive together make one
 * run. A run waits until each of the scheme's indicators has a value in the period, and in every earlier one that the
 * scheme looks back to.
 */
@ApplicationScoped
class AutomaticRuns {
    private static final Logger LOG = Logger.getLogger(AutomaticRuns.class);
    private static final String AUTHOR = "classification";

    private static final String KNOWN_PERIODS =
            "select period from run where scheme = ? union select period from automatic_run where scheme = ?";

    private static final String ASK = """
            insert into automatic_run as a (scheme, period, due_at) values (?, ?, ?)
            on conflict on constraint pk_automatic_run do update set
                asked_at = case when a.due_at is null then excluded.asked_at else a.asked_at end,
                due_at = case when a.due_at is null then excluded.due_at
                    else least(excluded.due_at, a.asked_at + interval '1 minute') end""";

    private static final String TAKE = """
            select scheme, period, due_at from automatic_run where due_at <= ? order by due_at, scheme, period
            for update skip locked limit 1""";

    private static final String WAIT = "update automatic_run set due_at = null where scheme = ? and period = ?";

    private static final String FORGET = "delete from automatic_run where scheme = ? and period = ? and due_at = ?";

    private final Sql sql;
    private final Schemes schemes;
    private final Values values;
    private final RunStart start;
    private final Settling settling;
    private final int quietSeconds;

    AutomaticRuns(
            Sql sql, Schemes schemes, Values values, RunStart start, Settling settling, ClassificationConfig config) {
        this.sql = sql;
        this.schemes = schemes;
        this.values = values;
        this.start = start;
        this.settling = settling;
        this.quietSeconds = config.automaticQuietSeconds();
    }

    /** A run that was asked for; without a time while values are missing. */
    private record Ask(String scheme, String period, Instant dueAt) {}

    void onRelease(@Observes ReleaseArrived release) {
        Instant due = Instant.now().plusSeconds(quietSeconds);
        for (SchemeVersion version : schemes.automatic(release.indicators())) {
            periods(Schemes.read(version), release.parts())
                    .forEach(period -> sql.update(ASK, version.code(), period, due));
        }
    }

    /** The periods that were delivered, and all asked for or run before that a value of the release takes part in. */
    private Set<String> periods(Scheme scheme, List<ReleaseArrived.Part> parts) {
        List<String> known = sql.list(KNOWN_PERIODS, row -> row.getString(1), scheme.code(), scheme.code());
        Map<String, Set<Integer>> indicators = scheme.indicators();
        Set<String> periods = new TreeSet<>();
        for (ReleaseArrived.Part part : parts) {
            Set<Integer> lags = indicators.getOrDefault(part.indicator(), Set.of());
            if (!lags.isEmpty() && Period.parse(part.period()).isPresent()) {
                periods.add(part.period());
            }
            known.stream()
                    .filter(text -> Period.parse(text)
                            .filter(period -> lags.stream().anyMatch(lag -> period.includes(part.periodEnd(), lag)))
                            .isPresent())
                    .forEach(periods::add);
        }
        return periods;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startDue() {
        if (sql.number("select count(*) from automatic_run where due_at <= ?", Instant.now()) == 0) {
            return;
        }
        try {
            settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR);
        } catch (Unavailable e) {
            LOG.debugf("Automatic runs wait: %s", e.getMessage());
            return;
        }
        boolean more = true;
        while (more) {
            more = startNext();
        }
    }

    /** Starts a run in the transaction that forgets that it was asked for; answers whether one was asked for. */
    private boolean startNext() {
        AtomicReference<Ask> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Ask> due = sql.first(
                        TAKE,
                        row -> new Ask(row.getString(1), row.getString(2), Sql.instant(row, "due_at")),
                        Instant.now());
                taken.set(due.orElse(null));
                due.ifPresent(this::start);
                return due.isPresent();
            });
        } catch (Failure e) {
            Ask ask = taken.get();
            LOG.warnf("The scheme %s cannot run for %s: %s", ask.scheme(), ask.period(), e.getMessage());
            QuarkusTransaction.requiringNew().run(() -> forget(ask));
            return true;
        }
    }

    private void start(Ask ask) {
        SchemeVersion version = schemes.latest(ask.scheme()).orElseThrow();
        Scheme scheme = Schemes.read(version);
        if (Period.parse(ask.period())
                .filter(period -> isComplete(scheme, period))
                .isPresent()) {
            forget(ask);
            start.startAutomatic(version, ask.period(), AUTHOR);
        } else {
            sql.update(WAIT, ask.scheme(), ask.period());
        }
    }

    private void forget(Ask ask) {
        sql.update(FORGET, ask.scheme(), ask.period(), ask.dueAt());
    }

    private boolean isComplete(Scheme scheme, Period period) {
        Set<Map.Entry<String, Integer>> there = new HashSet<>();
        for (Input input : values.inputs(scheme.indicators(), period, values.knownUntil(Instant.now()))) {
            there.add(Map.entry(input.indicator(), input.lag()));
        }
        return scheme.indicators().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Indicator.AREA))
                .allMatch(entry ->
                        entry.getValue().stream().allMatch(lag -> there.contains(Map.entry(entry.getKey(), lag))));
    }
}
