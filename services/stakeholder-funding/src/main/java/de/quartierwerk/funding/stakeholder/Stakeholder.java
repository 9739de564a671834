package de.quartierwerk.funding.stakeholder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An actor of social planning (Akteur, Träger). */
@Entity
class Stakeholder {

    /** The kind of actors that are persons. */
    static final String PERSONS = "person";

    @Id
    String key;

    @Version
    long version = 1;

    String name;
    String kind;

    @Nullable
    String description;

    @Nullable
    String website;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> spaces;

    boolean published;

    /** Key of the actor that it is a part of. */
    @Nullable
    String partOf;

    void set(StakeholderRequest request) {
        name = request.name();
        kind = request.kind();
        description = request.description();
        website = request.website();
        spaces = request.spaces();
        published = request.published();
        partOf = request.partOf();
    }

    /** The name as events tell it: that of a person stays here. */
    String toldName() {
        return PERSONS.equals(kind) ? Stakeholders.PERSON : name;
    }

    StakeholderRequest request() {
        return new StakeholderRequest(name, kind, description, website, spaces, published, partOf);
    }

    StakeholderResponse response() {
        return new StakeholderResponse(key, name, kind, description, website, spaces, published, partOf);
    }
}
