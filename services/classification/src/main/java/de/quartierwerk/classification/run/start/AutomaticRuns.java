package de.quartierwerk.classification.run.start;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.ReleaseArrived;
import de.quartierwerk.classification.value.Values;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BackgroundWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the runs of schemes marked automatic after a release of values; several releases that arrive together make one
 * run. A run waits until each of the scheme's indicators has a value in the period, and in every earlier one that the
 * scheme looks back to.
 */
@ApplicationScoped
class AutomaticRuns {
    private static final Logger LOG = Logger.getLogger(AutomaticRuns.class);
    private static final String AUTHOR = "classification";
    private static final Duration TICK = Duration.ofSeconds(1);

    private final AutomaticRunRepository repository;
    private final Runs runs;
    private final Schemes schemes;
    private final Values values;
    private final RunStart start;
    private final Settling settling;
    private final Clock clock;
    private final int quietSeconds;
    private final BackgroundWork work = new BackgroundWork("automatic-runs", 1, TICK, this::startNext);

    AutomaticRuns(
            AutomaticRunRepository repository,
            Runs runs,
            Schemes schemes,
            Values values,
            RunStart start,
            Settling settling,
            Clock clock,
            ClassificationConfig config) {
        this.repository = repository;
        this.runs = runs;
        this.schemes = schemes;
        this.values = values;
        this.start = start;
        this.settling = settling;
        this.clock = clock;
        this.quietSeconds = config.automaticQuietSeconds();
    }

    /** A run that is asked for and due. */
    private record Due(String scheme, String period, Instant dueAt) {}

    void onStart(@Observes StartupEvent event) {
        work.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        work.close();
    }

    void onRelease(@Observes ReleaseArrived release) {
        Instant now = clock.instant();
        for (SchemeVersion version : schemes.automatic(release.indicators())) {
            periods(Schemes.read(version), release.parts())
                    .forEach(period -> repository.ask(version.code(), period, now, now.plusSeconds(quietSeconds)));
        }
    }

    /** The periods that were delivered, and all asked for or run before that a value of the release takes part in. */
    private Set<String> periods(Scheme scheme, List<ReleaseArrived.Part> parts) {
        Set<String> known = new TreeSet<>(runs.periods(scheme.code()));
        known.addAll(repository.periods(scheme.code()));
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

    /** Starts the run that is due first; answers whether it is worth looking for another one at once. */
    boolean startNext() {
        Instant now = clock.instant();
        if (!QuarkusTransaction.requiringNew().call(() -> repository.isAnyDue(now))) {
            return false;
        }
        try {
            settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR, Topics.VALUE_PROTECTED);
        } catch (Unavailable e) {
            LOG.debugf("Automatic runs wait: %s", e.getMessage());
            return false;
        }
        AtomicReference<@Nullable Due> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Due> due = repository
                        .takeDue(now)
                        .map(run -> new Due(run.scheme, run.period, Objects.requireNonNull(run.dueAt)));
                taken.set(due.orElse(null));
                due.ifPresent(this::start);
                return due.isPresent();
            });
        } catch (Failure e) {
            Due due = taken.get();
            if (due == null) {
                throw e;
            }
            LOG.warnf("The scheme %s cannot run for %s: %s", due.scheme(), due.period(), e.getMessage());
            QuarkusTransaction.requiringNew().run(() -> forget(due));
            return true;
        }
    }

    /** Starts a run in the transaction that forgets that it was asked for. */
    private void start(Due due) {
        SchemeVersion version = schemes.latest(due.scheme()).orElseThrow();
        Scheme scheme = Schemes.read(version);
        boolean complete = Period.parse(due.period())
                .filter(period -> isComplete(scheme, period))
                .isPresent();
        if (complete) {
            forget(due);
            start.startAutomatic(version, due.period(), AUTHOR);
        } else {
            repository.findById(new AutomaticRun.Key(due.scheme(), due.period())).dueAt = null;
        }
    }

    private void forget(Due due) {
        repository.forget(due.scheme(), due.period(), due.dueAt());
    }

    private boolean isComplete(Scheme scheme, Period period) {
        Set<Map.Entry<String, Integer>> there = new HashSet<>();
        for (Input input : values.inputs(scheme.indicators(), period, values.knownUntil(clock.instant()))) {
            there.add(Map.entry(input.indicator(), input.lag()));
        }
        return scheme.indicators().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Indicator.AREA))
                .allMatch(entry ->
                        entry.getValue().stream().allMatch(lag -> there.contains(Map.entry(entry.getKey(), lag))));
    }
}
