package de.quartierwerk.funding.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An offer of an actor (Angebot). */
@Entity
class Offer {

    @Id
    String key;

    @Version
    long version = 1;

    String stakeholder;
    String name;

    @Nullable
    String description;

    @Nullable
    String targetGroup;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> spaces;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> needs;

    boolean published;

    void set(OfferRequest request) {
        stakeholder = request.stakeholder();
        name = request.name();
        description = request.description();
        targetGroup = request.targetGroup();
        spaces = request.spaces();
        needs = request.needs();
        published = request.published();
    }

    OfferRequest request() {
        return new OfferRequest(stakeholder, name, description, targetGroup, spaces, needs, published);
    }

    OfferResponse response() {
        return new OfferResponse(key, stakeholder, name, description, targetGroup, spaces, needs, published);
    }
}
