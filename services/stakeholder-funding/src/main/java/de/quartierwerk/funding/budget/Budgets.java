package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Authorised money, for the features that spend it. Every call runs in the transaction of the step and writes one entry
 * of the journal.
 */
@ApplicationScoped
public class Budgets {

    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final BudgetClosingRepository closings;
    private final CoverGroups coverGroups;
    private final Ledger ledger;

    Budgets(
            BudgetLineRepository lines,
            BudgetGroupRepository groups,
            BudgetClosingRepository closings,
            CoverGroups coverGroups,
            Ledger ledger) {
        this.lines = lines;
        this.groups = groups;
        this.closings = closings;
        this.coverGroups = coverGroups;
        this.ledger = ledger;
    }

    /**
     * Refuses a code that is no budget line's with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public void requireKnown(String pointer, String line) {
        if (lines.findByIdOptional(line).isEmpty()) {
            throw new Invalid(
                    "budget-line.unknown", List.of(InputError.at(pointer, "budget-line.unknown", line, line)), line);
        }
    }

    /** Those of the lines whose groups have no money free in this year and all that follow. */
    public Set<String> exhausted(Collection<String> codes, int year) {
        return coverGroups.exhausted(codes, year);
    }

    /** Whether the money of grants is there (Deckung), for any number of lines at once. */
    public Cover cover(Collection<String> codes) {
        Map<String, GroupMoney> money = coverGroups.aroundLines(codes);
        return (line, amounts, voluntary) ->
                money.containsKey(line) && money.get(line).covers(line, amounts, voluntary);
    }

    /** Whether the money of a grant is there (Deckung). */
    @FunctionalInterface
    public interface Cover {

        /**
         * Whether a line and its cover group have what the amounts need, as {@link Budgets#commit} takes it.
         *
         * @param voluntary whether only adopted budgets may pay
         */
        boolean covers(String line, List<YearAmount> amounts, boolean voluntary);
    }

    /**
     * How people call a line.
     *
     * @param name its name
     * @param product product; empty where it has none
     * @param account account; empty where it has none
     */
    public record Name(String name, String product, String account) {}

    /** How people call the line of this code; the code where there is none. */
    public Name name(String code) {
        BudgetLine line = lines.findById(code);
        return line == null
                ? new Name(code, "", "")
                : new Name(
                        line.name,
                        Objects.requireNonNullElse(line.product, ""),
                        Objects.requireNonNullElse(line.account, ""));
    }

    /**
     * Commits money to an application, or refuses with 409 where it is not authorised. The first year must be covered;
     * later years whose budget is not adopted are left out. Keeps every other decision on the same group of lines
     * waiting until the end of the transaction.
     *
     * @param cause decision, or commitment of a year that was subject to the budget
     * @param line code of the budget line
     * @param application id of the application
     * @param amounts amounts by year
     * @param voluntary whether the grant is a voluntary task, which needs an adopted budget
     * @param paperNumber number of the paper that grants it
     * @return what each line gives
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Tranche> commit(
            Cause cause,
            String line,
            UUID application,
            List<YearAmount> amounts,
            boolean voluntary,
            @Nullable String paperNumber) {
        BudgetLine entity = lines.hold(line);
        if (entity == null) {
            throw new Conflict("budget-line.unknown", line);
        }
        groups.lock(List.of(entity.coverGroup));
        List<Tranche> taken = coverGroups.money(entity.coverGroup).take(line, amounts, voluntary);
        Movement movement = Movement.of(cause).application(application).paper(paperNumber);
        taken.forEach(
                each -> movement.move(each.line(), each.year(), Account.AVAILABLE, Account.COMMITTED, each.amount()));
        ledger.record(movement);
        return taken;
    }

    /**
     * Frees committed money of an application that was not ordered; money of a closed year expires. What was never
     * committed is passed over.
     *
     * @param tranches what is committed, as payments count it
     * @param amounts how much of each year
     * @param reason why
     * @return what is still committed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Tranche> release(
            UUID application,
            List<Tranche> tranches,
            List<YearAmount> amounts,
            @Nullable String paperNumber,
            String reason) {
        Map<Integer, Money> wanted = YearAmount.byYear(amounts);
        Movement movement = Movement.of(Cause.RELEASE)
                .application(application)
                .paper(paperNumber)
                .reason(reason);
        List<Tranche> left = new ArrayList<>(tranches);
        ledger.ofApplication(application).each(Account.COMMITTED, (place, there) -> {
            Money part = there.atMost(wanted.getOrDefault(place.year(), Money.ZERO));
            Account to = closings.isClosed(place.year()) ? Account.EXPIRED : Account.AVAILABLE;
            movement.move(place.line(), place.year(), Account.COMMITTED, to, part);
            wanted.merge(place.year(), part, Money::minus);
            left.replaceAll(each -> each.isOf(place) ? each.less(part) : each);
        });
        left.removeIf(each -> !each.amount().positive());
        ledger.record(movement);
        return List.copyOf(left);
    }

    /**
     * Orders a payment of committed money from the treasury.
     *
     * @return what each line gives
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LineShare> order(UUID application, UUID payment, int year, Money amount) {
        Movement movement = Movement.of(Cause.ORDER).application(application).reference(payment);
        List<LineShare> parts = new ArrayList<>();
        Money[] wanted = {amount};
        ledger.ofApplication(application).each(Account.COMMITTED, (place, there) -> {
            Money part = there.atMost(wanted[0]);
            if (place.year() == year && part.positive()) {
                BudgetLine line = lines.findById(place.line());
                parts.add(new LineShare(line.code, line.product, line.account, part));
                movement.move(place.line(), year, Account.COMMITTED, Account.ORDERED, part);
                wanted[0] = wanted[0].minus(part);
            }
        });
        if (wanted[0].positive()) {
            throw new Conflict("payment.not-committed", year);
        }
        ledger.record(movement);
        return List.copyOf(parts);
    }
}
