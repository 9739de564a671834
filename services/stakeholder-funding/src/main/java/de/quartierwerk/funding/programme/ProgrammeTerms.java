package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a programme says beside its criteria (Nebenbestimmungen).
 *
 * @param proofDueMonths months after the period of the project until when the proof of use is due
 * @param pettyLimit up to which amount nothing needs to be claimed back (Bagatellgrenze)
 * @param secondAssessorFrom from which amount applied for on two people must assess alike
 * @param retentionPercent percent of a grant that is paid after the review only; null for none
 * @param documentsRequired kinds of files that an application must have when it is handed in
 * @param guideline words of the guideline
 * @param predecessor code of the programme that it follows
 * @param transition until when the rules of before hold, and what that means
 */
public record ProgrammeTerms(
        Integer proofDueMonths,
        @Nullable Money pettyLimit,
        @Nullable Money secondAssessorFrom,
        @Nullable BigDecimal retentionPercent,
        List<AttachmentKind> documentsRequired,
        @Nullable String guideline,
        @Nullable String predecessor,
        @Nullable Transition transition) {

    /** Half a year, as usual. */
    static final int USUAL_MONTHS = 6;

    /** Nothing special. */
    public static final ProgrammeTerms USUAL =
            new ProgrammeTerms(USUAL_MONTHS, null, null, null, List.of(), null, null, null);

    /** Sets the defaults and copies the list. */
    public ProgrammeTerms {
        proofDueMonths = Objects.requireNonNullElse(proofDueMonths, USUAL_MONTHS);
        documentsRequired = Texts.copy(documentsRequired);
    }

    /** The terms, or the usual ones where there are none. */
    static ProgrammeTerms of(@Nullable ProgrammeTerms terms) {
        return terms == null ? USUAL : terms;
    }

    /** Last day for the proof of use of a project that ends on that day. */
    public LocalDate proofDue(LocalDate end) {
        return end.plusMonths(proofDueMonths);
    }

    /** Whether two people must assess an application for this amount. */
    public boolean needsSecondAssessor(Money requested) {
        return secondAssessorFrom != null && !secondAssessorFrom.exceeds(requested);
    }

    /** The share of a grant that is paid after the review only, rounded to cents. */
    public Money retained(Money granted) {
        return retentionPercent == null
                ? Money.ZERO
                : Money.of(granted.value().multiply(retentionPercent).movePointLeft(2));
    }

    /** Whether the amount is too small to be claimed back. */
    public boolean isPetty(Money amount) {
        return pettyLimit != null && !amount.exceeds(pettyLimit);
    }
}
