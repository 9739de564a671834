package de.quartierwerk.funding.stakeholder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Row of an actor. */
@Entity
@Table(name = "stakeholder")
class StakeholderEntity {

    @Id
    String key;

    long version;
    String name;
    String kind;
    String description;
    String website;

    @Column(columnDefinition = "text[]")
    String[] spaces;

    boolean published;

    void set(StakeholderBody body) {
        name = body.name();
        kind = body.kind();
        description = body.description();
        website = body.website();
        spaces = body.spaces().toArray(String[]::new);
        published = body.published();
        version++;
    }

    StakeholderBody body() {
        return new StakeholderBody(name, kind, description, website, List.of(spaces), published);
    }

    Stakeholder view() {
        return new Stakeholder(key, name, kind, description, website, List.of(spaces), published);
    }
}
