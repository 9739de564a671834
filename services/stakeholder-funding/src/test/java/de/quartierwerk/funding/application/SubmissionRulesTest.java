package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.application.ApplicationContent.OtherGrant;
import de.quartierwerk.funding.application.ApplicationContent.Period;
import de.quartierwerk.funding.body.Matter;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Financing;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.ProgrammeTerms;
import de.quartierwerk.funding.programme.ProjectKind;
import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 20);
    private static final Period YEAR = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    @Test
    void acceptsAWholeApplication() {
        assertThat(faults(Samples.content("100", DAY), Samples.programme())).isEmpty();
    }

    @Test
    void theSameAmountEveryYearIsOneAmountAYear() {
        Recurring twice = new Recurring(2023, 2024, Money.euro("50"));
        ApplicationContent expanded = recurring(List.of(), twice);

        assertThat(expanded.amounts())
                .containsExactly(new YearAmount(2023, Money.euro("50")), new YearAmount(2024, Money.euro("50")));
        assertThat(faults(expanded, Samples.programme())).containsExactly("/amounts/0/year year.outside-period");
        assertThat(faults(recurring(List.of(), new Recurring(2024, 2024, Money.euro("50"))), Samples.programme()))
                .isEmpty();
        assertThat(faults(
                        recurring(
                                List.of(new YearAmount(2024, Money.euro("50"))),
                                new Recurring(2024, 2024, Money.euro("51"))),
                        Samples.programme()))
                .containsExactly("/amounts application.recurring-differs");
        assertThat(faults(recurring(List.of(), new Recurring(2024, 2023, Money.euro("50"))), Samples.programme()))
                .containsExactly("/amounts field.missing", "/recurring/to period.reversed");
        assertThat(new Recurring(0, Integer.MAX_VALUE, Money.euro("1")).amounts())
                .isEmpty();
    }

    private static ApplicationContent recurring(List<YearAmount> amounts, Recurring recurring) {
        return new ApplicationContent(
                "p",
                "verband-a",
                "Koordinierung",
                "Beratung",
                null,
                null,
                List.of("99001001-01"),
                null,
                null,
                YEAR,
                amounts,
                null,
                null,
                null,
                null,
                null,
                recurring);
    }

    @Test
    void theSameAgainNeedsTheNameOfTheFirst() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);

        assertThat(SubmissionRules.requireNotRepeated(List.of(), second)).isNull();
        assertThat(SubmissionRules.requireNotRepeated(List.of(first, second), first))
                .isEqualTo(first);
        refused("application.duplicate", 409, () -> SubmissionRules.requireNotRepeated(List.of(first), null));
        refused("application.duplicate", 409, () -> SubmissionRules.requireNotRepeated(List.of(first), second));
    }

    @Test
    void namesTheFilesThatTheProgrammeAsksFor() {
        Programme asking = Samples.programme(new ProgrammeTerms(
                null,
                null,
                null,
                null,
                List.of(AttachmentKind.CONCEPT, AttachmentKind.COST_PLAN, AttachmentKind.STATUTES),
                null,
                null,
                null));

        assertThat(SubmissionRules.check(Samples.content("100", DAY), asking, Set.of(AttachmentKind.CONCEPT)))
                .extracting(InputError::pointer, InputError::code, InputError::value)
                .containsExactly(
                        tuple("/attachments", "attachment.required", "cost-plan"),
                        tuple("/attachments", "attachment.required", "statutes"));
        assertThat(faults(Samples.content("100", DAY), Samples.programme())).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissing() {
        ApplicationContent draft = new ApplicationContent(
                "p",
                "verband-a",
                "Titel",
                null,
                null,
                Financing.SHARE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(faults(draft, Samples.programme()))
                .containsExactly(
                        "/purpose field.missing",
                        "/spaces field.missing",
                        "/amounts field.missing",
                        "/period field.missing",
                        "/costs field.missing");
    }

    @Test
    void costsAndFinancingAreEqual() {
        assertThat(faults(financed(Financing.SHARE, "120", "10", "10"), Samples.programme()))
                .isEmpty();
        assertThat(faults(financed(Financing.SHARE, "120.01", "10", "10"), Samples.programme()))
                .containsExactly("/costs application.unbalanced");
    }

    @Test
    void aFullFinancingHasNoOtherSources() {
        assertThat(faults(financed(Financing.FULL, "120", "10", "10"), Samples.programme()))
                .containsExactly("/financing application.not-full");
    }

    @Test
    void amountsBelongToTheYearsOfTheProject() {
        ApplicationContent content = content(
                YEAR,
                List.of(
                        new YearAmount(2024, Money.euro("1")),
                        new YearAmount(2024, Money.euro("0")),
                        new YearAmount(2025, Money.euro("1"))));

        assertThat(faults(content, Samples.programme()))
                .containsExactly(
                        "/amounts/1/amount amount.not-positive",
                        "/amounts/1/year year.repeated",
                        "/amounts/2/year year.outside-period");
    }

    @Test
    void aProjectDoesNotEndBeforeItBegins() {
        Period reversed = new Period(DAY, DAY.minusDays(1));

        assertThat(faults(content(reversed, List.of(new YearAmount(2024, Money.euro("1")))), Samples.programme()))
                .containsExactly("/period/to period.reversed");
    }

    @Test
    void theProgrammeSaysWhichKindsItPays() {
        Programme institutions = new Programme(
                "p",
                1,
                "line",
                null,
                Matter.GRANT,
                new Programme.Window(true, null, null),
                true,
                false,
                List.of(ProjectKind.INSTITUTIONAL),
                List.of(Financing.SHARE),
                List.of(),
                null);

        assertThat(faults(Samples.content("100", DAY), institutions))
                .containsExactly("/kind application.not-in-programme", "/financing application.not-in-programme");
    }

    private static List<String> faults(ApplicationContent content, Programme programme) {
        return SubmissionRules.check(content, programme, Set.of(AttachmentKind.CONCEPT)).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static ApplicationContent financed(Financing financing, String costs, String own, String other) {
        return new ApplicationContent(
                "p",
                "verband-a",
                "Titel",
                "Zweck",
                null,
                financing,
                List.of("s"),
                null,
                null,
                YEAR,
                List.of(new YearAmount(2024, Money.euro("100"))),
                List.of(new CostItem("Personal", Money.euro(costs))),
                Money.euro(own),
                List.of(new OtherGrant("Land", Money.euro(other))),
                null,
                null,
                null);
    }

    private static ApplicationContent content(Period period, List<YearAmount> amounts) {
        return new ApplicationContent(
                "p",
                "verband-a",
                "Titel",
                "Zweck",
                null,
                null,
                List.of("s"),
                null,
                null,
                period,
                amounts,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
