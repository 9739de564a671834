package de.quartierwerk.funding.body;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceRulesTest {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 17);

    private static final Body ADMINISTRATION =
            body("administration", competence(null, null, euro("5000"), null, List.of()));
    private static final Body SPECIALIST = body("specialist");
    private static final Body MAIN =
            body("main", competence(euro("5000"), null, null, euro("250000"), List.of("specialist")));
    private static final Body COUNCIL =
            body("council", competence(null, euro("250000"), null, null, List.of("specialist", "main")));
    private static final List<Body> ALL = List.of(ADMINISTRATION, SPECIALIST, MAIN, COUNCIL);

    @ParameterizedTest
    @CsvSource({
        "0.01,administration",
        "4999.99,administration",
        "5000.00,main",
        "50000.00,main",
        "250000.00,main",
        "250000.01,council",
        "9999999.00,council"
    })
    void findsTheBodyByAmount(String amount, String expected) {
        assertThat(CompetenceRules.competent(ALL, Matter.GRANT, euro(amount), DAY))
                .map(CompetentBody::code)
                .contains(expected);
    }

    @Test
    void namesTheBodiesToBeConsulted() {
        assertThat(CompetenceRules.competent(ALL, Matter.GRANT, euro("50000"), DAY))
                .map(CompetentBody::consult)
                .contains(List.of("specialist"));
    }

    @Test
    void findsNobodyForAnotherMatterOrOutsideOfTheValidity() {
        Body later = new Body(
                "later", "later", BodyKind.COMMITTEE, null, DAY.plusDays(1), null, MAIN.competences(), List.of());

        assertThat(CompetenceRules.competent(ALL, Matter.POSTS, euro("50000"), DAY))
                .isEmpty();
        assertThat(CompetenceRules.competent(List.of(later), Matter.GRANT, euro("50000"), DAY))
                .isEmpty();
        assertThat(CompetenceRules.competent(List.of(later), Matter.GRANT, euro("50000"), DAY.plusDays(1)))
                .isPresent();
    }

    @Test
    void acceptsTiersThatMeetWithoutOverlapping() {
        assertThat(CompetenceRules.check("main", definition(MAIN), List.of(ADMINISTRATION, SPECIALIST, COUNCIL)))
                .isEmpty();
    }

    @Test
    void refusesAnOverlapByOneCent() {
        BodyRequest wider = definition(body(
                "main", competence(new Money("4999.99", "EUR"), null, null, euro("250000"), List.of("specialist"))));

        assertThat(CompetenceRules.check("main", wider, List.of(ADMINISTRATION, SPECIALIST, COUNCIL)))
                .extracting(InputError::pointer, InputError::code, InputError::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "/competences/0", "competence.overlapping", "administration"));
    }

    @Test
    void acceptsTheSameAmountsOneAfterTheOther() {
        Competence old = validity(MAIN.competences().get(0), null, DAY);
        Competence next = validity(MAIN.competences().get(0), DAY.plusDays(1), null);

        assertThat(CompetenceRules.check("new", definition(body("new", next)), List.of(SPECIALIST, body("main", old))))
                .isEmpty();
    }

    @Test
    void refusesContradictoryLimitsAndUnknownBodies() {
        BodyRequest body = definition(body(
                "x",
                competence(euro("10"), null, euro("10"), null, List.of()),
                competence(euro("20"), null, null, euro("30"), List.of("nobody", "x"))));

        assertThat(CompetenceRules.check("x", body, List.of()))
                .extracting(InputError::pointer)
                .containsExactly("/competences/0", "/competences/1/consult/0", "/competences/1/consult/1");
    }

    private static Competence validity(Competence of, LocalDate from, LocalDate to) {
        return new Competence(
                of.matter(), of.atLeast(), of.above(), of.below(), of.atMost(), of.consult(), from, to, null);
    }

    private static Competence competence(Money atLeast, Money above, Money below, Money atMost, List<String> consult) {
        return new Competence(Matter.GRANT, atLeast, above, below, atMost, consult, null, null, null);
    }

    private static Body body(String code, Competence... competences) {
        return new Body(code, code, BodyKind.COMMITTEE, null, null, null, List.of(competences), List.of());
    }

    private static BodyRequest definition(Body body) {
        return new BodyRequest(body.name(), body.kind(), null, null, null, body.competences(), null);
    }

    private static Money euro(String amount) {
        return Money.euro(amount);
    }
}
