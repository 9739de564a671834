package de.quartierwerk.servers;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Brings a broker's access rules (ACLs) to those that {@link KafkaAccess} names. */
public final class KafkaRights {
    private KafkaRights() {}

    /** Grants what is missing, then takes away what nobody should have; what is right stays untouched. */
    public static void apply(Admin admin, KafkaAccess access) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = wanted(access);
        Collection<AclBinding> present =
                admin.describeAcls(AclBindingFilter.ANY).values().get();
        admin.createAcls(without(wanted, present)).all().get();
        List<AclBindingFilter> superfluous =
                without(present, wanted).stream().map(AclBinding::toFilter).toList();
        admin.deleteAcls(superfluous).all().get();
    }

    private static Set<AclBinding> wanted(KafkaAccess access) {
        Set<AclBinding> wanted = new HashSet<>();
        access.users().forEach((name, user) -> {
            user.reads().forEach(topic -> wanted.addAll(acls(name, TOPIC, topic, READ, DESCRIBE, CREATE)));
            user.writes()
                    .forEach(topic -> wanted.addAll(acls(name, TOPIC, topic, WRITE, DESCRIBE, CREATE, ALTER_CONFIGS)));
            wanted.addAll(acls(name, GROUP, user.group(), READ, DESCRIBE));
        });
        return wanted;
    }

    private static Set<AclBinding> without(Collection<AclBinding> these, Collection<AclBinding> those) {
        Set<AclBinding> rest = new HashSet<>(these);
        rest.removeAll(Set.copyOf(those));
        return rest;
    }

    private static List<AclBinding> acls(String user, ResourceType type, String name, AclOperation... operations) {
        return Arrays.stream(operations)
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, PatternType.LITERAL),
                        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
