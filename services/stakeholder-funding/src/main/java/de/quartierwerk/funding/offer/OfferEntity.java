package de.quartierwerk.funding.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Row of an offer. */
@Entity
@Table(name = "offer")
class OfferEntity {

    @Id
    String key;

    long version;
    String stakeholder;
    String name;
    String description;

    @Column(name = "target_group")
    String targetGroup;

    @Column(columnDefinition = "text[]")
    String[] spaces;

    @Column(columnDefinition = "text[]")
    String[] needs;

    boolean published;

    void set(OfferBody body) {
        stakeholder = body.stakeholder();
        name = body.name();
        description = body.description();
        targetGroup = body.targetGroup();
        spaces = body.spaces().toArray(String[]::new);
        needs = body.needs().toArray(String[]::new);
        published = body.published();
        version++;
    }

    OfferBody body() {
        return new OfferBody(stakeholder, name, description, targetGroup, List.of(spaces), List.of(needs), published);
    }

    Offer view() {
        return new Offer(key, stakeholder, name, description, targetGroup, List.of(spaces), List.of(needs), published);
    }
}
