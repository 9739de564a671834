package de.quartierwerk.funding.application;

import de.quartierwerk.funding.body.Matter;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.ProgrammeTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of the rules have in common. */
final class Samples {

    private Samples() {}

    /** An open programme without criteria. */
    static Programme programme() {
        return programme(new Programme.Window(true, null, null));
    }

    /** A programme without criteria. */
    static Programme programme(Programme.Window window) {
        return programme(window, null);
    }

    /** An open programme without criteria that says this beside them. */
    static Programme programme(ProgrammeTerms terms) {
        return programme(new Programme.Window(true, null, null), terms);
    }

    private static Programme programme(Programme.Window window, @Nullable ProgrammeTerms terms) {
        return new Programme(
                "p", 1, "line", null, Matter.GRANT, window, true, false, List.of(), List.of(), List.of(), terms);
    }

    /** The same programme, which pays this percent of a grant after the review only. */
    static Programme retaining(Programme programme, String percent) {
        return new Programme(
                programme.code(),
                programme.version(),
                programme.budgetLine(),
                null,
                programme.matter(),
                programme.window(),
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                new ProgrammeTerms(null, null, null, new BigDecimal(percent), List.of(), null, null, null));
    }

    /** A whole application of verband-a for an amount in 2024. */
    static ApplicationContent content(String amount, LocalDate from) {
        return content(amount, from, "p");
    }

    /** The same in another programme. */
    static ApplicationContent content(String amount, LocalDate from, String programme) {
        return new ApplicationContent(
                programme,
                "verband-a",
                "Koordinierung",
                "Beratung",
                null,
                null,
                List.of("99001001-01"),
                List.of("HF3"),
                null,
                new ApplicationContent.Period(from, LocalDate.of(2024, 12, 31)),
                List.of(new YearAmount(2024, Money.euro(amount))),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
