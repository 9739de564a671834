package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.money.Money;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money on its way from account to account: an entry (Buchung) before it is written. It always sums to zero. */
public final class Movement {

    final Cause cause;
    final Map<Place, Long> cents = new TreeMap<>(
            Comparator.comparing(Place::line).thenComparing(Place::year).thenComparing(Place::account));

    @Nullable
    UUID application;

    @Nullable
    String reference;

    @Nullable
    Long reverses;

    @Nullable
    String paperNumber;

    @Nullable
    String reason;

    private Movement(Cause cause) {
        this.cause = cause;
    }

    /** Where money lies. */
    record Place(String line, int year, Account account) {}

    /** Nothing moves yet. */
    public static Movement of(Cause cause) {
        return new Movement(cause);
    }

    /** Moves money within a line's year; a negative amount moves it the other way. */
    public Movement move(String line, int year, Account from, Account to, Money amount) {
        return move(line, year, from, line, year, to, amount);
    }

    /** Moves money, also between lines and years. */
    public Movement move(
            String fromLine, int fromYear, Account from, String toLine, int toYear, Account to, Money amount) {
        add(new Place(fromLine, fromYear, from), -amount.cents());
        add(new Place(toLine, toYear, to), amount.cents());
        return this;
    }

    /** The application whose money it is. */
    public Movement application(UUID id) {
        application = id;
        return this;
    }

    /** What it is about beside the application, e.g. the id of a payment. */
    public Movement reference(Object id) {
        reference = id.toString();
        return this;
    }

    /** Number of the council paper. */
    public Movement paper(@Nullable String number) {
        paperNumber = number;
        return this;
    }

    /** Why, in words. */
    public Movement reason(@Nullable String words) {
        reason = words;
        return this;
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return cents.isEmpty();
    }

    /** Undoes an entry. */
    static Movement undo(LedgerEntry entry) {
        Movement movement = of(Cause.REVERSAL);
        movement.application = entry.application();
        movement.reference = entry.reference();
        movement.reverses = entry.entry();
        entry.postings()
                .forEach(each -> movement.add(
                        new Place(each.line(), each.year(), each.account()),
                        -each.amount().cents()));
        return movement;
    }

    private void add(Place place, long amount) {
        cents.merge(place, amount, Long::sum);
        cents.values().removeIf(sum -> sum == 0);
    }
}
