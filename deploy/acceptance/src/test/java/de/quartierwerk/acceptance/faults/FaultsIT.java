package de.quartierwerk.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.acceptance.Acceptance;
import de.quartierwerk.acceptance.Broker;
import de.quartierwerk.acceptance.Databases;
import de.quartierwerk.acceptance.PlatformExtension;
import de.quartierwerk.acceptance.ServiceState;
import de.quartierwerk.acceptance.faults.History.Wrong;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While processes are killed and frozen, connections are cut and events doubled, persons write; afterwards everything
 * that was acknowledged is there exactly once, in all services. {@code -Dfaults.seed=} draws others,
 * {@code -Dfaults.injections=} makes each seed longer; 40 are the whole deck.
 */
@Tag("long")
@Order(75)
@ExtendWith(PlatformExtension.class)
class FaultsIT {
    private static final int USUAL = 3;
    private static final String SEEDS = "5,6,7";
    /** Longer runs freeze and interrupt longer. */
    private static final int LONG = 400;

    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final Acceptance acceptance;
    private final LocalPlatform platform;
    private final Databases databases;
    private final Broker broker;
    private final ServiceState state;

    FaultsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.platform = acceptance.platform();
        this.databases = new Databases(platform);
        this.broker = new Broker(platform.kafkaClient());
        this.state = new ServiceState(databases, broker);
    }

    static LongStream seeds() {
        return Arrays.stream(System.getProperty("faults.seed", SEEDS).split(","))
                .mapToLong(Long::parseLong);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverDies_nothingIsLostDoubledOrDifferent(long seed) throws Exception {
        // Given
        acceptance.demonstration();
        int injections = Integer.getInteger("faults.injections", USUAL);
        System.out.printf("[faults] -Dfaults.seed=%d -Dfaults.injections=%d%n", seed, injections);
        Random random = new Random(seed);
        History history = new History();
        Integrator api = new Integrator(new PlatformClient(acceptance.addresses()), history);
        Ground ground = new Ground("f" + seed + "-");
        Checker checker = new Checker(databases, broker, history, ground.prefix());
        ground.prepare(api);
        List<Person> persons = persons(ground, random, api, history);
        // When
        Map<String, Integer> poisoned = strike(persons, history, random, injections);
        state.caughtUp();
        // Then
        for (Person person : persons) {
            person.check(checker);
        }
        checker.checkServices(persons.stream().map(Person::audited).toList());
        checker.checkEvents(poisoned);
        sendEverythingAgain(checker.begin(), history);
        System.out.println(history.table());
        assertThat(history.wrong()).isEmpty();
        assertThat(persons).allMatch(person -> person.turns() > 0);
    }

    private static List<Person> persons(Ground ground, Random random, Integrator api, History history) {
        return List.of(
                new SpacePerson(ground, new Random(random.nextLong()), api, history),
                new ValuePerson("v", ground, new Random(random.nextLong()), api, history),
                new ValuePerson("w", ground, new Random(random.nextLong()), api, history),
                new FundingPerson(ground, new Random(random.nextLong()), api, history));
    }

    private Map<String, Integer> strike(List<Person> persons, History history, Random random, int injections)
            throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Nemesis nemesis = new Nemesis(acceptance, history, random, injections > LONG ? 3 : 1)) {
            for (Person person : persons) {
                Thread thread = new Thread(person, person.name);
                threads.add(thread);
                thread.start();
            }
            for (int i = 0; i < injections; i++) {
                nemesis.strike();
            }
            return nemesis.poisoned();
        } finally {
            persons.forEach(Person::stop);
            for (Thread thread : threads) {
                thread.join(SETTLING.toMillis());
            }
        }
    }

    /** No row of any service may change when all events of this run come a second time. */
    private void sendEverythingAgain(Instant begin, History history) throws Exception {
        Map<String, String> before = state.settledContent(LocalService.values());
        assertThat(broker.sendAgain(ServiceState.TOPICS, begin, Integer.MAX_VALUE))
                .isGreaterThan(100);
        state.changesSince(before)
                .forEach((table, change) -> history.found(Wrong.DOUBLED, "events sent again: " + table + " " + change));
    }
}
