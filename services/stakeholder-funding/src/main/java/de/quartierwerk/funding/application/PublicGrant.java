package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decided grant as the public may know it, with the amounts as they are now.
 *
 * @param id id of the application
 * @param createdAt instant of the draft
 * @param state how far it is
 * @param content what was applied for, without costs and financing
 * @param programme code of the programme
 * @param applicant key of the applicant
 * @param requested amount applied for
 * @param granted what is granted now; zero after a withdrawal or revocation
 * @param decision the decision
 * @param amounts what is granted now, by year
 * @param paid what the treasury has paid
 */
public record PublicGrant(
        UUID id,
        Instant createdAt,
        State state,
        ApplicationContent content,
        String programme,
        String applicant,
        Money requested,
        Money granted,
        Decision decision,
        List<YearAmount> amounts,
        List<Paid> paid) {

    /** Copies the lists. */
    public PublicGrant {
        amounts = List.copyOf(amounts);
        paid = List.copyOf(paid);
    }

    /**
     * What the treasury has paid.
     *
     * @param payment id of the payment
     * @param on day
     * @param amount amount
     */
    public record Paid(UUID payment, LocalDate on, Money amount) {}

    static PublicGrant of(ApplicationRow row) {
        Steps steps = row.steps();
        return new PublicGrant(
                row.id(),
                row.createdAt(),
                row.state(),
                row.content().publicPart(),
                row.programme(),
                row.applicant(),
                row.content().requested(),
                YearAmount.total(steps.grant()),
                Objects.requireNonNull(steps.decision),
                steps.grant(),
                steps.payments.stream()
                        .filter(each -> each.paidOn() != null)
                        .map(PublicGrant::paid)
                        .toList());
    }

    private static Paid paid(Payment payment) {
        @Nullable LocalDate day = payment.paidOn();
        return new Paid(payment.id(), Objects.requireNonNull(day), payment.amount());
    }
}
