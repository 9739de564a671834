package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the calls of all clients. */
final class LoadTally {
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    /** The calls of one name. */
    static final class Call {
        private final String name;
        private final LocalService service;
        private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        private Call(String name, LocalService service) {
            this.name = name;
            this.service = service;
        }

        String name() {
            return name;
        }

        /** Whether it asked for something that is there without work. */
        boolean isStatic() {
            return name.equals(LoadClient.staticName(service));
        }

        LocalService service() {
            return service;
        }

        /** Those that succeeded. */
        Sample seconds() {
            return new Sample(seconds);
        }

        /** How often the service asked to come again later. */
        int refused() {
            return refused.get();
        }

        int failed() {
            return failed.get();
        }

        void succeeded(double each) {
            seconds.add(each);
        }

        void wasRefused() {
            refused.incrementAndGet();
        }
    }

    Call of(String name, LocalService service) {
        return calls.computeIfAbsent(name, key -> new Call(key, service));
    }

    void failed(Call call, String why) {
        call.failed.incrementAndGet();
        errors.add(call.name + ": " + why);
    }

    /** All calls by their names. */
    List<Call> calls() {
        return calls.values().stream()
                .filter(call -> !call.seconds.isEmpty() || call.failed() > 0)
                .sorted(Comparator.comparing(Call::name))
                .toList();
    }

    /** Why calls failed. */
    List<String> errors() {
        return new ArrayList<>(errors);
    }
}
