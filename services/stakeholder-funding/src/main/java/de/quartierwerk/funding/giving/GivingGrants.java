package de.quartierwerk.funding.giving;

import de.quartierwerk.funding.application.PublicGrant;
import de.quartierwerk.funding.application.PublicGrants;
import de.quartierwerk.funding.giving.GivingGrant.Dates;
import de.quartierwerk.funding.giving.GivingGrant.Location;
import de.quartierwerk.funding.giving.GivingGrant.Organisation;
import de.quartierwerk.funding.giving.GivingGrant.ProgrammeName;
import de.quartierwerk.funding.giving.GivingGrant.Transaction;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes decided grants of organisations as 360Giving does; grants to persons are nobody's business. */
@ApplicationScoped
class GivingGrants {

    private static final String CURRENCY = "EUR";

    private final PublicGrants grants;
    private final Stakeholders stakeholders;
    private final GivingConfig config;

    GivingGrants(PublicGrants grants, Stakeholders stakeholders, GivingConfig config) {
        this.grants = grants;
        this.stakeholders = stakeholders;
        this.config = config;
    }

    /**
     * A portion of the grants.
     *
     * @param items those of organisations
     * @param last the last that was looked at; null at the end
     */
    record Portion(List<GivingGrant> items, @Nullable PublicGrant last) {

        Portion {
            items = List.copyOf(items);
        }
    }

    /** The portion after the one given. */
    Portion after(@Nullable PublicGrant last, int limit) {
        List<PublicGrant> found = grants.after(last, limit);
        Set<String> applicants = found.stream().map(PublicGrant::applicant).collect(Collectors.toSet());
        Map<String, String> names = stakeholders.names(applicants);
        Set<String> persons = stakeholders.persons(applicants);
        List<GivingGrant> items = found.stream()
                .filter(each -> !persons.contains(each.applicant()))
                .map(each -> grant(each, names.getOrDefault(each.applicant(), each.applicant())))
                .toList();
        return new Portion(items, found.size() < limit ? null : found.get(found.size() - 1));
    }

    private GivingGrant grant(PublicGrant grant, String name) {
        String day = instant(grant.decision().decidedOn());
        return new GivingGrant(
                config.prefix() + "-" + grant.id(),
                grant.content().title(),
                Objects.requireNonNullElse(
                        grant.content().purpose(), grant.content().title()),
                CURRENCY,
                grant.requested().value(),
                grant.granted().value(),
                Money.sum(grant.paid().stream().map(PublicGrant.Paid::amount).toList())
                        .value(),
                day,
                grant.content().period() == null
                        ? null
                        : List.of(new Dates(
                                instant(grant.content().period().from()),
                                instant(grant.content().period().to()))),
                List.of(new Organisation("XI-QUARTIERWERK-" + grant.applicant(), name, null)),
                List.of(new Organisation(
                        config.funderId(), config.funderName(), grant.decision().bodyName())),
                List.of(new ProgrammeName(grant.programme())),
                grant.content().spaces().isEmpty() ? null : locations(grant),
                grant.amounts().stream()
                        .map(each -> new Transaction(
                                grant.id() + "-" + each.year(),
                                day,
                                CURRENCY,
                                each.amount().value()))
                        .toList(),
                grant.paid().stream()
                        .map(each -> new Transaction(
                                each.payment().toString(),
                                instant(each.on()),
                                CURRENCY,
                                each.amount().value()))
                        .toList());
    }

    /** A day in full; the schema takes a day alone only where formats are checked too. */
    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static List<Location> locations(PublicGrant grant) {
        return grant.content().spaces().stream()
                .map(space -> new Location(space, space, "DE"))
                .toList();
    }
}
