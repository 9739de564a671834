package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.body.Matter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a programme (Förderprogramm) asks of applications and how they are decided.
 *
 * @param code natural key
 * @param version version, which every change counts up
 * @param budgetLine code of the budget line that pays
 * @param area key of the space whose subtree it is for; null for the whole installation
 * @param matter what is decided, by which the competent body is found
 * @param window when applications may be handed in
 * @param voluntary whether it is a voluntary task
 * @param earlyStartAllowed whether a project may begin before the grant
 * @param kinds kinds of projects; none stands for all
 * @param financings kinds of financing; none stands for all
 * @param criteria criteria that applications are checked against
 * @param terms what it says beside them
 */
public record Programme(
        String code,
        long version,
        String budgetLine,
        @Nullable String area,
        Matter matter,
        Window window,
        boolean voluntary,
        boolean earlyStartAllowed,
        List<ProjectKind> kinds,
        List<Financing> financings,
        List<Criterion> criteria,
        @Nullable ProgrammeTerms terms) {

    /** Copies the lists. */
    public Programme {
        kinds = List.copyOf(kinds);
        financings = List.copyOf(financings);
        criteria = List.copyOf(criteria);
        terms = ProgrammeTerms.of(terms);
    }

    @Override
    public ProgrammeTerms terms() {
        return ProgrammeTerms.of(terms);
    }

    /**
     * When applications may be handed in.
     *
     * @param open whether at all
     * @param from first day; null for ever before
     * @param to last day; null while it lasts
     */
    public record Window(
            boolean open,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** Whether applications may be handed in on the day. */
        public boolean contains(LocalDate day) {
            return open && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }
}
