package de.quartierwerk.funding.republication;

import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.offer.Offers;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Actors, offers, then decided applications as they are now, by the first digits of their ids. */
@ApplicationScoped
class FundingRepublication implements RepublicationSource {
    private static final String DIGITS = "0123456789abcdef";
    private static final int ACTORS = 0;
    private static final int OFFERS = 1;
    private static final int FIRST_DIGIT = 2;

    private final Stakeholders stakeholders;
    private final Offers offers;
    private final Applications applications;

    FundingRepublication(Stakeholders stakeholders, Offers offers, Applications applications) {
        this.stakeholders = stakeholders;
        this.offers = offers;
        this.applications = applications;
    }

    @Override
    public int plan(UUID job) {
        return FIRST_DIGIT + DIGITS.length();
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        return switch (number) {
            case ACTORS -> stakeholders.events();
            case OFFERS -> offers.events();
            default -> applications.events(DIGITS.charAt(number - FIRST_DIGIT));
        };
    }

    @Override
    public void published(UUID job) {
        // nothing was noted
    }
}
