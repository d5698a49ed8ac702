package dev.contop.domain.policy;

import java.util.Map;
import java.util.Set;

/** Containers, clusters, virtual machines and clouds. */
final class ContainerPrograms {

  private static final Subcommands DOCKER =
      new Subcommands(
          Set.of(),
          Set.of(),
          Set.of(
              "compose images",
              "compose logs",
              "compose ls",
              "compose ps",
              "compose top",
              "compose version",
              "container inspect",
              "container list",
              "container logs",
              "container ls",
              "container stats",
              "container top",
              "context ls",
              "context show",
              "diff",
              "events",
              "history",
              "image history",
              "image inspect",
              "image list",
              "image ls",
              "images",
              "info",
              "inspect",
              "logs",
              "network inspect",
              "network ls",
              "port",
              "ps",
              "stats",
              "system df",
              "system info",
              "top",
              "version",
              "--version",
              "volume inspect",
              "volume ls"),
          Looking.freely(),
          Map.ofEntries(
              Map.entry("rm", "deletes containers"),
              Map.entry("rmi", "deletes images"),
              Map.entry("container rm", "deletes containers"),
              Map.entry("image rm", "deletes images"),
              Map.entry("image prune", "deletes images"),
              Map.entry("volume rm", "deletes data"),
              Map.entry("volume prune", "deletes data"),
              Map.entry("network rm", "deletes a network"),
              Map.entry("system prune", "deletes containers, images and data"),
              Map.entry("compose down", "stops and deletes containers"),
              Map.entry("stop", "stops containers"),
              Map.entry("kill", "kills containers"),
              Map.entry("restart", "stops containers and starts them again"),
              Map.entry("exec", "runs a command in a container"),
              Map.entry("run", "runs a container"),
              Map.entry("push", "publishes an image")),
          "may change containers, images or data");

  private static final Subcommands COMPOSE =
      new Subcommands(
          Set.of(),
          Set.of("-f", "--file", "-p", "--project-name"),
          Set.of("images", "logs", "ls", "port", "ps", "top", "version"),
          Looking.freely(),
          Map.of("down", "stops and deletes containers", "rm", "deletes containers"),
          "may change containers");

  private static final Subcommands KUBECTL =
      new Subcommands(
          Set.of(),
          Set.of("-n", "--namespace", "--context"),
          Set.of(
              "api-resources",
              "api-versions",
              "auth can-i",
              "cluster-info",
              "config current-context",
              "config get-contexts",
              "config view",
              "describe",
              "events",
              "explain",
              "get",
              "logs",
              "rollout history",
              "rollout status",
              "top",
              "version"),
          Looking.without(
              "--kubeconfig", "--cache-dir", "--profile", "--profile-output", "--output-directory"),
          Map.ofEntries(
              Map.entry("delete", "deletes from the cluster"),
              Map.entry("drain", "empties a node"),
              Map.entry("exec", "runs a command in a container"),
              Map.entry("apply", "changes the cluster"),
              Map.entry("scale", "changes how much runs"),
              Map.entry("rollout restart", "stops pods and starts them again")),
          "may change the cluster");

  private static final Subcommands HELM =
      new Subcommands(
          Set.of(),
          Set.of("-n", "--namespace"),
          Set.of("list", "ls", "status", "history", "get", "version"),
          Looking.without("--kubeconfig", "--post-renderer"),
          Map.of("uninstall", "uninstalls a release", "delete", "uninstalls a release"),
          "may change the cluster");

  private static final String MACHINES = "may change machines or what they run";

  static final Map<String, Program> TABLE =
      new Table()
          .with(DOCKER, "docker", "podman", "nerdctl")
          .with(COMPOSE, "docker-compose", "podman-compose")
          .with(KUBECTL, "kubectl", "oc", "k3s")
          .with(HELM, "helm")
          .asking(
              MACHINES,
              "terraform",
              "tofu",
              "pulumi",
              "ansible",
              "ansible-playbook",
              "vagrant",
              "virsh",
              "VBoxManage",
              "qemu-img",
              "lxc",
              "lxd",
              "incus",
              "machinectl",
              "minikube",
              "kind",
              "crictl",
              "ctr",
              "buildah",
              "skopeo",
              "aws",
              "gcloud",
              "gsutil",
              "az",
              "doctl",
              "heroku",
              "flyctl",
              "vercel",
              "nomad",
              "consul",
              "vault",
              "argocd",
              "flux")
          .done();

  private ContainerPrograms() {}
}
