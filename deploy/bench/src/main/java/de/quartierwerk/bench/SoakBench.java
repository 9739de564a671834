package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mix of calls of {@link LoadBench} at a steady rate, while nothing of what a service takes may grow. What it keeps
 * of events and answers for days is kept for a minute here, so that it is cleaned as often as it is filled; the cache
 * of answers is so small that it is full after a minute, and nothing is compiled that needs profiles, which are kept in
 * the metaspace.
 */
final class SoakBench {
    private static final int WARM_UP_LOOKS = 4;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int CLIENTS = 4;
    private static final String[] SHORT_MEMORY = {
        "-Dquartierwerk.outbox.kept=1m",
        "-Dquartierwerk.outbox.clean-up-every=20s",
        "-Dquartierwerk.inbox.kept=1m",
        "-Dquartierwerk.inbox.clean-up-every=20s",
        "-Dquartierwerk.idempotency.expiry=1m",
        "-Dquartierwerk.idempotency.clean-up-every=20s",
        "-Dquartierwerk.http.prepared-answers=1M",
        "-XX:TieredStopAtLevel=1"
    };

    private final BenchPlatform platform;
    private final int minutes;
    private final int seed;
    private final int perSecond;
    private final int lookEverySeconds;

    SoakBench(BenchPlatform platform, int minutes, int seed, int perSecond, int lookEverySeconds) {
        this.platform = platform;
        this.minutes = minutes;
        this.seed = seed;
        this.perSecond = perSecond;
        this.lookEverySeconds = lookEverySeconds;
    }

    /** Whether nothing grew and no call failed. */
    boolean run() throws IOException, SQLException, StartFailure, InterruptedException {
        for (LocalService service : LocalService.values()) {
            platform.restart(service, SHORT_MEMORY);
        }
        LoadRegion region = LoadRegion.load(platform.client());
        LoadTally tally = new LoadTally();
        List<Series> all = new ArrayList<>();
        try (LoadClients load = new LoadClients(CLIENTS, seed, platform.addresses(), region, tally)) {
            Lines.note("warming up");
            load.steadily(WARM_UP_LOOKS * lookEverySeconds, perSecond);
            all.addAll(watch(load));
        }
        all.forEach(each -> Lines.plain(each.text()));
        tally.errors().stream().limit(10).forEach(Lines::note);
        long growing = all.stream().filter(Series::grows).count();
        long calls =
                tally.calls().stream().mapToLong(call -> call.seconds().size()).sum();
        Lines.plain("soak " + calls + " calls, " + tally.errors().size() + " errors, " + growing + " of " + all.size()
                + " series grow");
        return growing == 0 && tally.errors().isEmpty();
    }

    private List<Series> watch(LoadClients load) throws IOException, SQLException, InterruptedException {
        Map<LocalService, Map<Measure, Series>> series = new EnumMap<>(LocalService.class);
        long looks = Math.round(minutes * SECONDS_PER_MINUTE / lookEverySeconds);
        for (int look = 0; look <= looks; look++) {
            if (look > 0) {
                load.steadily(lookEverySeconds, perSecond);
            }
            double minute = look * lookEverySeconds / SECONDS_PER_MINUTE;
            for (LocalService service : LocalService.values()) {
                Map<Measure, Double> found = new ServiceWatch(platform, service).look();
                Lines.plain(
                        String.format(Locale.ROOT, "soak %.1f %s", minute, service.root()) + ServiceWatch.line(found));
                Map<Measure, Series> own = series.computeIfAbsent(service, key -> new EnumMap<>(Measure.class));
                found.forEach((measure, value) -> own.computeIfAbsent(
                                measure, key -> new Series(service.root(), measure))
                        .add(minute, value));
            }
        }
        return series.values().stream().flatMap(each -> each.values().stream()).toList();
    }
}
