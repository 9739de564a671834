package de.quartierwerk.acceptance.faults;

import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who writes all the time, one turn after the other, and keeps what was acknowledged. */
abstract class Person implements Runnable {
    private static final int PATIENCE = 3;

    final String name;
    final Random random;
    final Integrator api;
    final History history;
    /** How often the audit trail must have an action on a subject, by service, action and subject. */
    private final Map<String, Integer> audited = new ConcurrentSkipListMap<>();

    private volatile boolean stopping;
    private final AtomicInteger turns = new AtomicInteger();

    Person(String name, Random random, Integrator api, History history) {
        this.name = name;
        this.random = random;
        this.api = api;
        this.history = history;
    }

    /** One piece of work; what is acknowledged is kept. */
    abstract void turn();

    /** Compares what was kept with what the platform has. */
    abstract void check(Checker checker) throws Exception;

    /** Works until it is told to stop; a turn that has begun is ended. */
    @Override
    public final void run() {
        int failures = 0;
        while (!stopping && failures < PATIENCE) {
            try {
                turn();
                turns.incrementAndGet();
            } catch (RuntimeException failure) {
                history.fault(name + ": " + failure);
                failure.printStackTrace();
                failures++;
            }
        }
    }

    final void stop() {
        stopping = true;
    }

    final int turns() {
        return turns.get();
    }

    final void audited(LocalService service, String action, String subject) {
        audited.merge(service.root() + " " + action + " " + subject, 1, Integer::sum);
    }

    final Map<String, Integer> audited() {
        return audited;
    }

    final boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    /** Notes an answer that is not the expected refusal. */
    final void refused(Answer answer) {
        if (answer.status() / 100 != 4) {
            history.fault(answer.request() + " should have been refused: " + answer.status() + " " + answer.text());
        }
    }
}
