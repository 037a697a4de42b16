/*
 * Answers the IPVS calls of keepalived where the kernel has no IPVS, and writes down what it is told.
 * Loaded with LD_PRELOAD; every change of the table is one line in the file that IPVS_LOG names:
 *   ADD|EDIT|DEL SERVICE SERVER WEIGHT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <linux/ip_vs.h>

static void note(const char *verb, const struct ip_vs_service_user *service, const struct ip_vs_dest_user *server)
{
	char service_text[INET_ADDRSTRLEN], server_text[INET_ADDRSTRLEN];
	FILE *file = fopen(getenv("IPVS_LOG"), "a");

	if (!file)
		abort();
	inet_ntop(AF_INET, &service->addr, service_text, sizeof service_text);
	inet_ntop(AF_INET, &server->addr, server_text, sizeof server_text);
	fprintf(file, "%s %s:%d %s:%d %d\n", verb, service_text, ntohs(service->port), server_text, ntohs(server->port),
		server->weight);
	fclose(file);
}

int getsockopt(int fd, int level, int option, void *value, socklen_t *length)
{
	static int (*real)(int, int, int, void *, socklen_t *);

	if (level == IPPROTO_IP && option == IP_VS_SO_GET_INFO) {
		struct ip_vs_getinfo info = { .version = IP_VS_VERSION_CODE, .size = 4096 };

		memcpy(value, &info, sizeof info);
		return 0;
	}
	if (level == IPPROTO_IP && option >= IP_VS_BASE_CTL && option <= IP_VS_SO_GET_MAX) {
		memset(value, 0, *length);
		return 0;
	}
	if (!real)
		real = (int (*)(int, int, int, void *, socklen_t *)) dlsym(RTLD_NEXT, "getsockopt");
	return real(fd, level, option, value, length);
}

int setsockopt(int fd, int level, int option, const void *value, socklen_t length)
{
	static int (*real)(int, int, int, const void *, socklen_t);

	if (level == IPPROTO_IP && option >= IP_VS_BASE_CTL && option <= IP_VS_SO_SET_MAX) {
		/* What is said of a server comes as its service, followed by the server. */
		const struct ip_vs_service_user *service = value;
		const struct ip_vs_dest_user *server = (const void *) (service + 1);

		if (option == IP_VS_SO_SET_ADDDEST)
			note("ADD", service, server);
		else if (option == IP_VS_SO_SET_EDITDEST)
			note("EDIT", service, server);
		else if (option == IP_VS_SO_SET_DELDEST)
			note("DEL", service, server);
		return 0;
	}
	if (!real)
		real = (int (*)(int, int, int, const void *, socklen_t)) dlsym(RTLD_NEXT, "setsockopt");
	return real(fd, level, option, value, length);
}
