package de.quartierwerk.classification.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.run.compute.RunComputation;
import de.quartierwerk.classification.run.read.RunResponses;
import de.quartierwerk.classification.run.start.RunPlan;
import de.quartierwerk.classification.run.start.RunRequest;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulations are limited in size, time and number. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SimulationLimitsIT {
    private static final String LEVEL = "limits-level";
    private static final int SPACES = 4;

    @Inject
    RunPlan plans;

    @Inject
    RunComputation computation;

    @Inject
    RunResponses answers;

    @Inject
    Messages messages;

    @Inject
    CallerLanguage language;

    @Inject
    Settling settling;

    @BeforeEach
    void given() {
        TestEvents.send(
                Topics.SOCIAL_SPACE, LEVEL, EventTypes.LEVEL_DEFINED, LEVEL, 1, new LevelDefined(LEVEL, LEVEL, 40, 1));
        UUID id = UUID.randomUUID();
        List<SocialSpace> spaces =
                IntStream.range(0, SPACES).mapToObj(i -> space("LIM-" + i)).toList();
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                "LIM",
                EventTypes.SPACES_IMPORTED,
                id.toString(),
                1,
                new SpacesImported(id, 0, 1, spaces));
        settling.catchUp(Topics.SOCIAL_SPACE);
    }

    private static SocialSpace space(String key) {
        return new SocialSpace(
                key,
                key,
                LEVEL,
                null,
                List.of(key),
                LocalDate.of(2000, 1, 1),
                null,
                BigDecimal.valueOf(1_000_000L * (1 + key.charAt(4))),
                null,
                Map.of(),
                1);
    }

    private SimulationResponse simulate(Simulations.Limits limits) {
        return simulate(limits, scheme(List.of()), List.of());
    }

    private SimulationResponse simulate(
            Simulations.Limits limits, Scheme scheme, List<RunRequest.Exclusion> exclusions) {
        return new Simulations(plans, computation, answers, messages, language, limits)
                .simulate(scheme, new RunPlan.Order("2020", null, null, null, exclusions));
    }

    private static Scheme scheme(List<Need> needs) {
        Component area = new Component(
                Indicator.AREA, null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.Z_POPULATION, 1);
        Index index = new Index(
                "i", "i", List.of(area, area), Combine.SUM, Missing.EXCLUDE_SPACE, Standardise.NONE, null, null, null);
        return new Scheme("s", "s", null, null, LEVEL, false, Universe.EVERYTHING, List.of(index), List.of(), needs);
    }

    private static List<Need> needs(int figures) {
        List<Condition> parts = IntStream.range(0, figures)
                .<Condition>mapToObj(k -> new Condition.Figure(
                        Indicator.AREA, Measure.VALUE, 0, Condition.ALL, Condition.Operator.of(">"), k, k))
                .toList();
        return List.of(new Need("N", "N", null, new Condition.AnyOf(parts)));
    }

    @Test
    void withinTheLimitsItAnswers() {
        // one column of values and two components for each space
        SimulationResponse answer = simulate(new Simulations.Limits(SPACES, 3L * SPACES, 60, 1));

        assertThat(answer.results()).hasSize(SPACES);
        assertThat(answer.larger()).isEmpty();
    }

    @Test
    void tooManySpacesAreRefused() {
        assertThatThrownBy(() -> simulate(new Simulations.Limits(SPACES - 1, 1000, 60, 1)))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("simulation.too-large"));
    }

    @Test
    void tooManyNumbersAreRefused() {
        assertThatThrownBy(() -> simulate(new Simulations.Limits(SPACES, 3L * SPACES - 1, 60, 1)))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("simulation.too-many-numbers"));
    }

    @Test
    void figuresOfConditionsCountAsNumbers() {
        assertThat(simulate(new Simulations.Limits(SPACES, 8L * SPACES, 60, 1), scheme(needs(5)), List.of())
                        .results())
                .hasSize(SPACES);
        assertThatThrownBy(() ->
                        simulate(new Simulations.Limits(SPACES, 8L * SPACES - 1, 60, 1), scheme(needs(5)), List.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("simulation.too-many-numbers"));
    }

    @Test
    void tooManyNumbersAreRefusedBeforeAnythingIsRead() {
        List<RunRequest.Exclusion> unknown = List.of(new RunRequest.Exclusion("LIM-nowhere", "unknown"));

        assertThatThrownBy(
                        () -> simulate(new Simulations.Limits(SPACES, 3L * SPACES, 60, 1), scheme(List.of()), unknown))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("run.invalid"));
        assertThatThrownBy(() ->
                        simulate(new Simulations.Limits(SPACES, 3L * SPACES - 1, 60, 1), scheme(List.of()), unknown))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("simulation.too-many-numbers"));
    }

    @Test
    void theTimeIsLookedAtForEveryFigure() {
        Scheme scheme = scheme(needs(40));
        RunPlan.Plan plan = plans.plan(scheme, new RunPlan.Order("2020", null, null, null, List.of()));
        AtomicInteger looks = new AtomicInteger();

        computation.compute(
                new RunComputation.Task(
                        scheme, plan.snapshot(), plan.inputs(), plan.polarities(), plan.kinds(), true, null, List.of()),
                looks::incrementAndGet);

        assertThat(looks.get()).isGreaterThan(40);
    }

    @Test
    void aComputationThatTakesTooLongIsGivenUp() {
        assertThatThrownBy(() -> simulate(new Simulations.Limits(SPACES, 1000, 0, 1)))
                .isInstanceOfSatisfying(
                        Invalid.class, failure -> assertThat(failure.code()).isEqualTo("simulation.too-long"));
    }

    @Test
    void moreThanSoManyAtOnceAreAskedToWait() {
        assertThatThrownBy(() -> simulate(new Simulations.Limits(SPACES, 1000, 60, 0)))
                .isInstanceOfSatisfying(
                        Unavailable.class, failure -> assertThat(failure.code()).isEqualTo("simulation.busy"));
    }
}
